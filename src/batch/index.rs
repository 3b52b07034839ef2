//! `index.html` of a batch: every run in one line, ranked; readable without script, offline, in print.

use crate::batch::overview::Summary;
use crate::batch::record::{Record, State};
use crate::output::format::{compact, count, share, signed, signed_people};

/// The page.
pub fn page(record: &Record, summaries: &[Summary]) -> String {
    let mut ranked: Vec<&Summary> = summaries.iter().collect();
    ranked.sort_by(|a, b| b.best.difference.npv.mean.total_cmp(&a.best.difference.npv.mean).then(a.run.cmp(&b.run)));
    let mut html = String::with_capacity(4096 + 600 * ranked.len());
    let name = escape(&record.batch);
    let done = record.count(|state| *state == State::Done);
    let bad = record.count(State::is_bad);
    html.push_str(&format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{name}: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n<p>{}",
        counted(done),
        lead(&ranked, done, bad),
    ));
    html.push_str("</p>\n");
    if bad > 0 {
        html.push_str(&format!("<details open>\n<summary>{} went wrong</summary>\n<ul>\n", counted(bad)));
        for line in record.lines.iter().filter(|line| line.state.is_bad()) {
            let problems = match &line.state {
                State::Refused(problems) => problems.join("; "),
                State::Failed(why) => why.clone(),
                State::Waiting | State::Done => String::new(),
            };
            html.push_str(&format!("<li><b>{}</b>: {}</li>\n", escape(&line.name), escape(&problems)));
        }
        html.push_str("</ul>\n</details>\n");
    }
    html.push_str(FILTER);
    html.push_str("<div class=\"wide\">\n<table id=\"runs\">\n<thead><tr>");
    for (i, (head, title)) in HEAD.iter().enumerate() {
        let class = if i >= FIRST_NUMBER { " class=\"n\"" } else { "" };
        html.push_str(&format!("<th{class} title=\"{title}\">{head}</th>"));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for (rank, summary) in ranked.iter().enumerate() {
        row(&mut html, rank + 1, summary);
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    html.push_str(&format!(
        "<footer>recoup {}. One row a study and scenario: the strategy with the highest mean NPV, against the \
         study's reference. All strategies, unrounded: <a href=\"tables/runs.csv\">tables/runs.csv</a>, \
         <code>tables/runs.parquet</code>. What was run: <a href=\"batch.toml\">batch.toml</a>.</footer>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION"),
    ));
    html
}

const FIRST_NUMBER: usize = 4;

const HEAD: [(&str, &str); 10] = [
    ("#", "rank by NPV gained"),
    ("study", "name of the run"),
    ("scenario", "the world"),
    ("best strategy", "the highest mean NPV"),
    ("NPV gained", "mean NPV difference to the reference"),
    ("90 % interval", "5 and 95 % quantiles of the difference"),
    ("ROI", "return on investment against the reference"),
    ("pays back in", "period, from 1"),
    ("P(best)", "probability that no strategy is better"),
    ("customers kept", "over the horizon, against the reference"),
];

fn counted(studies: usize) -> String {
    if studies == 1 { "1 study".into() } else { format!("{} studies", count(studies as f64)) }
}

/// The answer in a sentence.
fn lead(ranked: &[&Summary], done: usize, bad: usize) -> String {
    let went_wrong = if bad > 0 { format!(", {} went wrong", counted(bad)) } else { String::new() };
    let pays = ranked.iter().filter(|summary| !summary.is_reference && summary.best.difference.npv.mean > 0.0).count();
    let first = ranked.first().filter(|first| !first.is_reference).map_or(String::new(), |first| {
        let currency = escape(&first.currency);
        format!(
            " Most is gained in <b>{}</b>: {} {currency} by <b>{}</b>.",
            escape(&first.run),
            signed(first.best.difference.npv.mean),
            escape(&first.best.name)
        )
    });
    format!(
        "{} done{went_wrong}. Something beats the reference in {} of {}.{first}",
        counted(done),
        count(pays as f64),
        count(ranked.len() as f64),
    )
}

fn row(html: &mut String, rank: usize, summary: &Summary) {
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
        cell(Some(0.0), "keep as is".into());
        cell(None, none());
    } else {
        cell(Some(difference.mean), format!("{} {}", signed(difference.mean), summary.currency));
        cell(Some(difference.p05), format!("{} to {}", compact(difference.p05), compact(difference.p95)));
    }
    cell(best.roi, best.roi.map_or_else(none, share));
    cell(best.payback_period.map(f64::from), best.payback_period.map_or_else(none, |t| count(f64::from(t) + 1.0)));
    cell(Some(best.p_best), share(best.p_best));
    cell(Some(best.customers_kept.mean), signed_people(best.customers_kept.mean));
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

const FILTER: &str = "<form id=\"filter\"><label>Show rows with <input type=\"search\" id=\"words\" placeholder=\"words\"></label>\
<label>best strategy <select id=\"strategy\"><option value=\"\">any</option></select></label><output id=\"shown\"></output></form>\n";

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
shown.textContent=n+' of '+rows.length}
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
