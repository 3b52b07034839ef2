//! `index.html` of a batch: every run in one line, ranked; readable without script, offline, in print.

use crate::batch::record::{Record, State};
use crate::batch::result::Summary;
use crate::language::{Locale, tr};
use crate::scenario::horizon::Period;

/// The page; it links the tables of all that were written.
pub fn page(record: &Record, summaries: &[Summary], tables: &[String]) -> String {
    let locale = Locale::of(record.language);
    let mut ranked: Vec<&Summary> = summaries.iter().collect();
    // Amounts of one currency are ranked: those of two cannot be compared.
    ranked.sort_by(|a, b| {
        let gain = b.best.difference.npv.mean.total_cmp(&a.best.difference.npv.mean);
        a.currency.cmp(&b.currency).then(gain).then(a.run.cmp(&b.run))
    });
    let mut html = String::with_capacity(8192 + 600 * ranked.len());
    let name = escape(&record.batch);
    let studies = |number: usize| tr!(locale, "batch-studies", number = number as u64);
    let done = studies(record.count(|state| *state == State::Done));
    html.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n<p>{}</p>\n",
        locale.language.tag(),
        escape(&done),
        escape(&lead(locale, &ranked, done.clone())),
    ));
    let bad = record.count(State::is_bad);
    if bad > 0 {
        let summary = escape(&tr!(locale, "batch-bad", bad = studies(bad)));
        html.push_str(&format!("<details open>\n<summary>{summary}</summary>\n<ul>\n"));
        for line in record.lines.iter().filter(|line| line.state.is_bad()) {
            let problems = line.state.problems().join("; ");
            html.push_str(&format!("<li><b>{}</b>: {}</li>\n", escape(&line.name), escape(&problems)));
        }
        html.push_str("</ul>\n</details>\n");
    }
    let best = escape(&tr!(locale, "head-best-strategy"));
    html.push_str(&format!(
        "<form id=\"filter\"><label>{} <input type=\"search\" id=\"words\" placeholder=\"{}\"></label>\
         <label>{best} <select id=\"strategy\"><option value=\"\">{}</option></select></label>\
         <output id=\"shown\" data-say=\"{}\"></output></form>\n\
         <div class=\"wide\">\n<table id=\"runs\">\n<thead><tr>",
        escape(&tr!(locale, "batch-words")),
        escape(&tr!(locale, "batch-words-hint")),
        escape(&tr!(locale, "batch-any")),
        escape(&tr!(locale, "batch-shown")),
    ));
    for (i, (head, title)) in heads(locale).iter().enumerate() {
        let class = if i >= FIRST_NUMBER { " class=\"n\"" } else { "" };
        html.push_str(&format!("<th{class} title=\"{}\">{}</th>", escape(title), escape(head)));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for (rank, summary) in ranked.iter().enumerate() {
        row(&mut html, locale, rank + 1, summary);
    }
    let links: Vec<String> = tables.iter().map(|name| format!("<a href=\"{name}\">{name}</a>")).collect();
    let tables = match &links[..] {
        [] => String::new(),
        links => format!(" {} {}.", escape(&tr!(locale, "batch-foot-tables")), links.join(", ")),
    };
    html.push_str(&format!(
        "</tbody>\n</table>\n</div>\n<footer>recoup {}. {}{tables} {} <a href=\"batch.toml\">batch.toml</a>.</footer>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION"),
        escape(&tr!(locale, "batch-foot-rows")),
        escape(&tr!(locale, "batch-foot-record")),
    ));
    html
}

/// The first column of numbers.
const FIRST_NUMBER: usize = 4;

/// The heads of the columns, and what they mean.
fn heads(locale: &Locale) -> [(String, String); 10] {
    [
        ("#".into(), tr!(locale, "batch-title-rank")),
        (tr!(locale, "head-study"), tr!(locale, "batch-title-study")),
        (tr!(locale, "head-scenario"), tr!(locale, "batch-title-scenario")),
        (tr!(locale, "head-best-strategy"), tr!(locale, "batch-title-best")),
        (tr!(locale, "batch-head-gain"), tr!(locale, "batch-title-gain")),
        (tr!(locale, "head-interval"), tr!(locale, "batch-title-interval")),
        (tr!(locale, "head-roi"), tr!(locale, "batch-title-roi")),
        (tr!(locale, "head-payback-time"), tr!(locale, "batch-title-payback")),
        (tr!(locale, "head-p-best"), tr!(locale, "batch-title-p-best")),
        (tr!(locale, "head-kept"), tr!(locale, "batch-title-kept")),
    ]
}

/// The answer in a sentence or two.
fn lead(locale: &Locale, ranked: &[&Summary], done: String) -> String {
    let pays = ranked.iter().filter(|summary| !summary.is_reference && summary.best.difference.npv.mean > 0.0).count();
    let lead = tr!(locale, "batch-lead", done = done, pays = pays as u64, rows = ranked.len() as u64);
    let mut currencies: Vec<&str> = ranked.iter().map(|summary| summary.currency.as_str()).collect();
    currencies.dedup();
    if currencies.len() > 1 {
        return format!("{lead} {}", tr!(locale, "batch-lead-currencies", currencies = locale.list(&currencies)));
    }
    let Some(first) = ranked.first().filter(|first| !first.is_reference) else { return lead };
    let gain = gain(locale, first);
    let most = tr!(locale, "batch-lead-first", run = &*first.run, gain = gain, strategy = &*first.best.name);
    format!("{lead} {most}")
}

fn gain(locale: &Locale, summary: &Summary) -> String {
    format!("{} {}", locale.signed(summary.best.difference.npv.mean), summary.currency)
}

fn row(html: &mut String, locale: &Locale, rank: usize, summary: &Summary) {
    let best = &summary.best;
    let difference = best.difference.npv;
    let mut details = escape(&summary.title);
    if !summary.set.is_empty() {
        details.push_str(&format!("<br>{}", escape(&summary.set)));
    }
    html.push_str(&format!(
        "<tr><td>{rank}</td><td><a href=\"{}\">{}</a><small>{details}</small></td><td>{}</td><td>{}</td>",
        escape(&address(&summary.link)),
        escape(&summary.run),
        escape(&summary.scenario),
        escape(&best.name),
    ));
    let mut cell = |key: Option<f64>, text: String| {
        let key = key.map_or(String::new(), |key| format!("{key:e}"));
        html.push_str(&format!("<td class=\"n\" data-v=\"{key}\">{}</td>", escape(&text)));
    };
    let none = || "–".to_string();
    if summary.is_reference {
        cell(Some(0.0), tr!(locale, "batch-as-is"));
        cell(None, none());
    } else {
        cell(Some(difference.mean), gain(locale, summary));
        let (low, high) = (locale.compact(difference.p05), locale.compact(difference.p95));
        cell(Some(difference.p05), tr!(locale, "range", low = low, high = high));
    }
    let payback = best.payback_period;
    let lengths = [Period::Week, Period::Month, Period::Quarter, Period::Year];
    let per_year =
        lengths.iter().find(|length| length.name() == summary.period).map_or(1.0, |length| length.per_year());
    cell(best.roi, best.roi.map_or_else(none, |roi| locale.share(roi)));
    let years = payback.map(|t| t as f64 / per_year);
    cell(years, payback.map_or_else(none, |t| locale.periods(t, &summary.period)));
    cell(Some(best.p_best), locale.share(best.p_best));
    cell(Some(best.customers_kept.mean), locale.signed_people(best.customers_kept.mean));
    html.push_str("</tr>\n");
}

/// Text that means itself in HTML, also inside quotes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// A path as an address of a link: what is no plain character is written as bytes.
fn address(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

const STYLE: &str = "
:root{font:15px/1.45 system-ui,'Noto Sans','Segoe UI',sans-serif;color:#1b1b1b;background:#fff}
body{margin:2rem auto;max-width:76rem;padding:0 1.2rem}
h1{font-size:1.6rem;margin:0 0 .3rem}
p{max-width:60rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.38rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #e3e3e3}
thead th{border-bottom:2px solid #444;position:sticky;top:0;background:#fff;white-space:nowrap}
th button{all:unset;cursor:pointer;font-weight:600}
th button:focus-visible{outline:2px solid #0072b2}
th[aria-sort=ascending] button::after{content:' \\2191'}
th[aria-sort=descending] button::after{content:' \\2193'}
.n{text-align:right;white-space:nowrap}
td small{display:block;color:#666;max-width:26rem}
a{color:#0072b2}
details{border-left:4px solid #d55e00;padding:.2rem .9rem;margin:1rem 0}
form{display:none;gap:1rem;align-items:baseline;margin:1rem 0;flex-wrap:wrap}
.script form{display:flex}
input,select{font:inherit;padding:.25rem .45rem;border:1px solid #999;border-radius:3px}
footer{margin:1.5rem 0;color:#666;font-size:.88rem}
@media print{form{display:none!important}thead th{position:static}body{margin:0;max-width:none}}
";

/// Filters by words and strategy, sorts by a click on a head. All text goes in as text.
const SCRIPT: &str = "
(function(){
var body=document.querySelector('#runs tbody'),rows=[].slice.call(body.rows);
var words=document.getElementById('words'),strategy=document.getElementById('strategy'),shown=document.getElementById('shown');
document.documentElement.classList.add('script');
var names={};rows.forEach(function(r){names[r.cells[3].textContent]=1});
Object.keys(names).sort().forEach(function(n){var o=document.createElement('option');o.value=o.textContent=n;strategy.appendChild(o)});
function filter(){
var w=words.value.toLowerCase().split(/\\s+/),n=0;
rows.forEach(function(r){
var t=r.textContent.toLowerCase(),ok=w.every(function(x){return t.indexOf(x)>=0})&&(!strategy.value||r.cells[3].textContent===strategy.value);
r.hidden=!ok;n+=ok});
shown.textContent=shown.dataset.say.replace('%1',n).replace('%2',rows.length)}
words.addEventListener('input',filter);strategy.addEventListener('input',filter);
document.getElementById('filter').addEventListener('submit',function(e){e.preventDefault()});
[].forEach.call(document.querySelectorAll('#runs th'),function(th,i){
var b=document.createElement('button');b.type='button';b.textContent=th.textContent;th.textContent='';th.appendChild(b);
b.addEventListener('click',function(){
var down=th.getAttribute('aria-sort')!=='descending'&&i>=4||th.getAttribute('aria-sort')==='ascending';
[].forEach.call(th.parentNode.cells,function(o){o.removeAttribute('aria-sort')});
th.setAttribute('aria-sort',down?'descending':'ascending');
function key(r){var c=r.cells[i];return i===0?+c.textContent:c.hasAttribute('data-v')?(c.dataset.v===''?null:+c.dataset.v):c.textContent}
rows.sort(function(a,b){var x=key(a),y=key(b);
if(x===null||y===null)return(x===null)-(y===null);
var d=typeof x==='number'?x-y:x.localeCompare(y);return down?-d:d});
rows.forEach(function(r){body.appendChild(r)})})});
filter()})();
";

#[cfg(test)]
mod tests {
    use crate::batch::index::{address, escape};

    #[test]
    fn text_means_itself() {
        assert_eq!(
            escape("<script>'a' & \"b\"</script>"),
            "&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;&lt;/script&gt;"
        );
        assert_eq!(address("a b/é.json"), "a%20b/%C3%A9.json");
        assert_eq!(address("javascript:x"), "javascript%3Ax");
    }
}
