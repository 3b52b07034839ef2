//! `recoup class`: lessons with numbers of their own, handouts and quizzes, and marks for files of answers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use serde_json::{Value, json};
use zip::ZipArchive;

use crate::cli::Desk;

/// What is right for a student.
fn lesson(desk: &Desk, student: u64) -> Value {
    let (printed, _) = desk.expect(0, &["class", "--student", &student.to_string(), "--json"]);
    serde_json::from_str(&printed).unwrap()
}

fn form<'a>(lesson: &'a Value, asked: &str) -> &'a Value {
    let questions = lesson["questions"].as_array().unwrap();
    questions.iter().find(|question| question["asked"] == asked).unwrap()
}

/// The right answers of a student, as a file of answers has them.
fn right(lesson: &Value) -> Value {
    let questions = lesson["questions"].as_array().unwrap();
    questions.iter().map(|q| (q["asked"].as_str().unwrap().to_string(), q["right"].clone())).collect()
}

fn file(lesson: &Value, name: &str, answers: &Value) -> Value {
    json!({
        "format": "recoup-answers", "version": 1, "study": lesson["study"], "digest": lesson["digest"],
        "student": lesson["student"], "name": name, "answers": answers,
    })
}

#[test]
fn the_right_answers_are_those_of_the_paradox_with_the_settings_of_the_student() {
    let desk = Desk::new();
    let mut all = BTreeSet::new();
    for student in [1, 2, 7, 31] {
        let lesson = lesson(&desk, student);
        assert_eq!(lesson, self::lesson(&desk, student));
        let set: Vec<&str> =
            lesson["settings"].as_array().unwrap().iter().map(|s| s["set"].as_str().unwrap()).collect();
        assert!(all.insert(set.join(" ")), "{set:?}");
        let mut arguments = vec!["paradox", "--draws", "1", "--json"];
        arguments.extend(set.iter().flat_map(|set| ["--set", *set]));
        let paradox: Value = serde_json::from_str(&desk.expect(0, &arguments).0).unwrap();
        let claims = &paradox["strategies"][0]["subjects"][0]["claims"];
        let number = |value: &Value| value.as_f64().unwrap();
        assert_eq!(number(&form(&lesson, "complainers")["right"]), number(&claims[4]["value"]));
        assert_eq!(number(&form(&lesson, "everyone")["right"]), number(&claims[5]["value"]));
        let better = match [0, 3].map(|claim: usize| claims[claim]["holds"].as_bool().unwrap()) {
            [true, true] => "both",
            [true, false] => "satisfaction",
            [false, true] => "repurchase",
            [false, false] => "neither",
        };
        assert_eq!(form(&lesson, "helped_quickly")["right"], better);
        let crossing = &paradox["strategies"][0]["subjects"][0]["thresholds"][10]["crossing"]["at"];
        let curve = form(&lesson, "curve");
        assert!((number(&curve["crossing"]) - number(crossing)).abs() < 1e-12, "{curve}");
        assert_eq!(number(&curve["line"]), number(&claims[5]["base"]));
        assert_eq!(number(&form(&lesson, "consultant")["right"]), number(&paradox["caused"][0]["npv"]["mean"]));
        // The levers of the answer stand by whole per cents from 4 to 80.
        let percent = (100.0 * number(&lesson["reasons"]["complain"])).round() as usize;
        let worth = lesson["reasons"]["worth"].as_array().unwrap();
        if percent <= 80 {
            let point = &paradox["levers"][0]["points"][percent - 4]["worth"];
            for dial in 0..3 {
                assert!((number(&worth[dial]) - number(&point[dial])).abs() < 1e-12, "{worth:?} {point}");
            }
        }
        let best = (0..3).max_by(|a, b| number(&worth[*a]).total_cmp(&number(&worth[*b]))).unwrap();
        assert_eq!(form(&lesson, "lever")["right"], ["complaint_rate", "resolution", "quick_share"][best]);
    }
}

#[test]
fn a_class_has_right_answers_of_every_kind() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["class", "--students", "60", "--out", "class", "--json"]);
    let roll: Value = serde_json::from_str(&printed).unwrap();
    let lessons = roll["lessons"].as_array().unwrap();
    assert_eq!(lessons.len(), 60);
    let kinds = |asked: &str| lessons.iter().map(|l| form(l, asked)["right"].to_string()).collect::<BTreeSet<_>>();
    // The point of the lesson: what holds depends on the numbers, and most answers are numbers that neighbours do not share.
    assert_eq!(kinds("helped_quickly").len(), 2);
    assert!(kinds("lever").len() >= 2, "{:?}", kinds("lever"));
    assert!(kinds("everyone").len() > 50 && kinds("complainers").len() > 30 && kinds("consultant").len() > 50);
    // Under no student's numbers do failures pay.
    assert!(lessons.iter().all(|lesson| form(lesson, "consultant")["right"].as_f64().unwrap() < 0.0));
    let alone = lesson(&desk, 60);
    for part in ["settings", "given", "questions", "reasons"] {
        assert_eq!(lessons[59][part], alone[part], "{part}");
    }
}

/// A question of a GIFT text, its characters with a meaning read as Moodle reads them.
#[derive(Debug)]
struct Gift {
    category: String,
    name: String,
    text: String,
    right: Vec<String>,
    wrong: Vec<String>,
    numbers: Vec<[f64; 3]>,
    feedback: String,
}

/// Replaces escaped characters by ones of a private area, so that those left have a meaning.
fn hidden(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => out.push(char::from_u32(0xe000 + characters.next().unwrap() as u32).unwrap()),
            c => out.push(c),
        }
    }
    out
}

fn shown(text: &str) -> String {
    let character = |c: char| match c as u32 {
        code @ 0xe000..0xe100 => char::from_u32(code - 0xe000).unwrap(),
        _ => c,
    };
    text.trim().chars().map(character).collect()
}

fn read_gift(text: &str) -> Vec<Gift> {
    let mut category = String::new();
    let mut questions = Vec::new();
    for block in text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        assert!(!block.contains('\n') && !block.starts_with("//"), "{block}");
        if let Some(name) = block.strip_prefix("$CATEGORY:") {
            category = name.trim().to_string();
            continue;
        }
        let block = hidden(block);
        let (name, rest) = block.strip_prefix("::").unwrap().split_once("::").unwrap();
        let rest = rest.strip_prefix("[html]").unwrap();
        let (text, rest) = rest.split_once('{').unwrap();
        let answers = rest.strip_suffix('}').unwrap();
        assert!(!answers.contains(['{', '}']) && !text.contains(['~', '=', '#', '}']), "{block}");
        let (answers, feedback) = answers.split_once("####").unwrap();
        let mut gift = Gift {
            category: category.clone(),
            name: shown(name),
            text: shown(text),
            right: Vec::new(),
            wrong: Vec::new(),
            numbers: Vec::new(),
            feedback: shown(feedback),
        };
        if let Some(numbers) = answers.strip_prefix('#') {
            for answer in numbers.split('=').filter(|answer| !answer.trim().is_empty()) {
                let (weight, answer) = match answer.trim().strip_prefix('%') {
                    Some(rest) => rest.split_once('%').unwrap(),
                    None => ("100", answer.trim()),
                };
                let (number, tolerance) = answer.split_once(':').unwrap();
                gift.numbers.push([number, tolerance, weight].map(|text| text.parse().unwrap()));
            }
        } else {
            for (at, _) in answers.match_indices(['=', '~']) {
                let end = answers[at + 1..].find(['=', '~']).map_or(answers.len(), |next| at + 1 + next);
                let option = shown(&answers[at + 1..end]);
                if answers[at..].starts_with('=') { gift.right.push(option) } else { gift.wrong.push(option) }
            }
        }
        questions.push(gift);
    }
    questions
}

fn texts<'a>(node: Node<'a, '_>, name: &str) -> Vec<&'a str> {
    node.descendants()
        .filter(|n| n.has_tag_name(("http://www.imsglobal.org/xsd/ims_qtiasiv1p2", name)))
        .filter_map(|n| n.text())
        .collect()
}

#[test]
fn handouts_key_and_quizzes_of_a_class_agree() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["class", "--students", "5", "--out", "class"]);
    assert!(printed.contains("5 students") && printed.contains("quiz.gift"), "{printed}");
    let read = |name: &str| fs::read(desk.path("class").join(name)).unwrap();
    let text = |name: &str| String::from_utf8(read(name)).unwrap();
    let roll: Value = serde_json::from_str(&text("result.json")).unwrap();
    let lessons = roll["lessons"].as_array().unwrap();

    let handouts = text("handouts.html");
    assert_eq!(handouts.matches("<section class=\"handout\"").count(), 5);
    assert_eq!(handouts.matches("<svg").count(), 5);
    let key = text("key.html");
    for lesson in lessons {
        // The net present value is in the key alone: it is no number that a student is given.
        let npv = form(lesson, "consultant")["right"].as_f64().unwrap().abs().round();
        let npv = format!("{},{:03}", (npv / 1000.0).floor(), npv % 1000.0);
        assert!(key.contains(&npv) && !handouts.contains(&npv), "{npv}");
        for setting in lesson["settings"].as_array().unwrap() {
            let set = setting["set"].as_str().unwrap().replace('"', "&#34;");
            assert!(handouts.contains(&set), "{set}");
        }
    }
    let csv = text("key.csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 6);
    assert!(lines[0].starts_with("student,severity.minor.complain,") && lines[0].ends_with(",consultant,lever"));

    let questions = read_gift(&text("quiz.gift"));
    assert_eq!(questions.len(), 30);
    assert_eq!(questions.iter().map(|q| &q.category).collect::<BTreeSet<_>>().len(), 6);
    assert_eq!(questions.iter().map(|q| &q.name).collect::<BTreeSet<_>>().len(), 30);
    let names = ["helped_quickly", "complainers", "everyone", "curve", "consultant", "lever"];
    for (i, question) in questions.iter().enumerate() {
        let (asked, lesson) = (names[i / 5], &lessons[i % 5]);
        assert!(question.text.starts_with("<p>") && !question.feedback.is_empty(), "{question:?}");
        if ["helped_quickly", "lever"].contains(&asked) {
            let others = form(lesson, asked)["options"].as_array().unwrap().len() - 1;
            assert_eq!((question.right.len(), question.wrong.len()), (1, others), "{question:?}");
            continue;
        }
        let right = match asked {
            "curve" => 100.0 * form(lesson, asked)["crossing"].as_f64().unwrap(),
            "consultant" => form(lesson, asked)["right"].as_f64().unwrap(),
            _ => 100.0 * form(lesson, asked)["right"].as_f64().unwrap(),
        };
        let [[full, near, hundred], [half, far, fifty]] = question.numbers[..] else { panic!("{question:?}") };
        assert_eq!((hundred, fifty), (100.0, 50.0));
        assert!((full - right).abs() <= 0.51 && full == half && 0.0 < near && near < far, "{question:?} {right}");
    }

    let mut package = ZipArchive::new(Cursor::new(read("quiz-qti.zip"))).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let manifest = part("imsmanifest.xml");
    let manifest = Document::parse(&manifest).unwrap();
    let resource = manifest.descendants().find(|node| node.tag_name().name() == "resource").unwrap();
    assert_eq!(resource.attribute("type"), Some("imsqti_xmlv1p2"));
    let assessment = part(resource.attribute("href").unwrap());
    let assessment = Document::parse(&assessment).unwrap();
    let all = |name: &str| assessment.descendants().filter(|n| n.tag_name().name() == name).collect::<Vec<_>>();
    // Six groups, of which one variant each is picked.
    assert_eq!((all("section").len(), all("selection_number").len()), (7, 6));
    let items = all("item");
    assert_eq!(items.iter().map(|item| item.attribute("ident").unwrap()).collect::<BTreeSet<_>>().len(), 30);
    for (item, question) in items.iter().zip(&questions) {
        assert_eq!(item.attribute("title"), Some(&*question.name));
        assert_eq!(texts(*item, "mattext")[0], question.text);
        let is_choice = question.numbers.is_empty();
        let kind = if is_choice { "multiple_choice_question" } else { "numerical_question" };
        assert_eq!(texts(*item, "fieldentry")[0], kind);
        let right = texts(*item, "varequal");
        if is_choice {
            let labels = item.descendants().filter(|n| n.tag_name().name() == "response_label");
            let chosen: Vec<Node<'_, '_>> = labels.filter(|n| n.attribute("ident") == Some(right[0])).collect();
            assert_eq!((right.len(), texts(chosen[0], "mattext")), (1, vec![&*question.right[0]]));
        } else {
            let number = |text: &str| text.parse::<f64>().unwrap();
            let [low, high] = ["vargte", "varlte"].map(|name| number(texts(*item, name)[0]));
            let [right, near, _] = question.numbers[0];
            assert_eq!(number(texts(*item, "varequal")[0]), right);
            assert!((low - (right - near)).abs() < 1.1 && (high - (right + near)).abs() < 1.1 && low < high);
        }
    }
    // The same class gives the same files.
    desk.expect(0, &["class", "--students", "5", "--out", "again", "--quiet"]);
    for name in ["handouts.html", "key.html", "key.csv", "quiz.gift", "quiz-qti.zip", "result.json"] {
        assert!(read(name) == fs::read(desk.path("again").join(name)).unwrap(), "{name}");
    }
}

#[test]
fn hostile_texts_of_a_study_stay_texts() {
    let desk = Desk::new();
    desk.write(
        "evil.toml",
        "extends = \"preset:tarp-minor\"\ntitle = \"</title><script>a</script> & {x} = ~ # : // \\\\ $CATEGORY\"\n[horizon]\nperiod = \"month\"\nperiods = 12\n[market]\ncustomers = 100\nprospects = 0\n[acquisition]\npolicy = \"none\"\n[[segment]]\nname = \"all\"\nshare = 1.0\npurchases_per_year = 12.0\nmargin = 8.0\nretention_cost = 0.0\nbase_loyalty = 0.87\n[severity.minor]\nloss = 10.0\n[[failure]]\nname = \"<b>{=#}\"\nseverity = \"minor\"\nrate = 0.02\n[recovery]\nresolves = 0.6\nquick = 0.5\n",
    );
    desk.expect(0, &["class", "evil.toml", "--students", "2", "--out", "class"]);
    let text = |name: &str| fs::read_to_string(desk.path("class").join(name)).unwrap();
    for name in ["handouts.html", "key.html"] {
        assert!(!text(name).contains("<script>") && !text(name).contains("<b>{"), "{name}");
    }
    let questions = read_gift(&text("quiz.gift"));
    assert_eq!(questions.len(), 12);
    assert!(questions[0].text.contains("&#60;b&#62;{=#}"), "{}", questions[0].text);
    let bytes = fs::read(desk.path("class/quiz-qti.zip")).unwrap();
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    for place in 0..package.len() {
        let mut text = String::new();
        package.by_index(place).unwrap().read_to_string(&mut text).unwrap();
        Document::parse(&text).unwrap();
    }
}

#[test]
fn good_files_are_marked_and_every_bad_one_is_listed_with_its_problems() {
    let desk = Desk::new();
    fs::create_dir(desk.path("answers")).unwrap();
    let write = |name: &str, value: &Value| desk.write(&format!("answers/{name}"), &value.to_string());
    let lessons: BTreeMap<u64, Value> = (1..=6).map(|student| (student, lesson(&desk, student))).collect();
    let lesson = |student: u64| &lessons[&student];
    // Everything right, with a name that a spreadsheet and a page would take for something else.
    write("ana.json", &file(lesson(1), "=cmd|' /C calc'!A0<script>alert(1)</script>", &right(lesson(1))));
    // The share of complainers four points off; a money answer of the wrong sign; the curve and the lever not answered.
    let mut some = right(lesson(2));
    some["complainers"] = json!(some["complainers"].as_f64().unwrap() + 0.04);
    some["consultant"] = json!(-some["consultant"].as_f64().unwrap());
    some["curve"] = Value::Null;
    some.as_object_mut().unwrap().remove("lever");
    write("bea.json", &file(lesson(2), "Bea", &some));
    // The answers of another student.
    write("cleo.json", &file(lesson(3), "Cléo 王", &right(lesson(4))));
    write("d1.json", &file(lesson(5), "D", &right(lesson(5))));
    write("d2.json", &file(lesson(5), "D", &right(lesson(5))));
    let mut broken = file(lesson(6), "E", &json!({ "everyone": 44, "lever": "price", "curve": [0.1], "what": 1 }));
    write("e.json", &broken);
    broken["digest"] = json!("0000");
    broken["answers"] = json!({});
    broken["student"] = json!(1001);
    write("f.json", &broken);
    desk.write("answers/g.json", "{\"format\": \"recoup");
    desk.write("answers/h.JSON", "[1]");
    desk.write("answers/i.txt", "not for us");
    fs::write(desk.path("answers/j.json"), vec![b' '; 70_000]).unwrap();

    let (printed, _) = desk.expect(0, &["class", "--grade", "answers", "--out", "marks"]);
    let result: Value = serde_json::from_str(&fs::read_to_string(desk.path("marks/result.json")).unwrap()).unwrap();
    let students = result["students"].as_array().unwrap();
    let of = |student: u64| students.iter().find(|s| s["student"] == student).unwrap();
    assert_eq!(students.len(), 3);
    assert_eq!(of(1)["marks"], json!([1.0, 1.0, 1.0, 1.0, 1.0, 1.0]));
    assert_eq!(of(2)["marks"], json!([1.0, 0.5, 1.0, null, 0.0, null]));
    assert_eq!(of(2)["total"], 2.5);
    assert!(of(3)["total"].as_f64().unwrap() < 6.0, "{}", of(3));
    let questions = result["questions"].as_array().unwrap();
    for question in questions {
        let count = |part: &str| question[part].as_u64().unwrap();
        assert_eq!(count("full") + count("part") + count("none") + count("unanswered"), 3, "{question}");
    }
    assert_eq!(questions[1]["part"].as_u64().unwrap() + questions[1]["full"].as_u64().unwrap(), 2);
    let mut problems: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for unmarked in result["unmarked"].as_array().unwrap() {
        problems.entry(unmarked["file"].as_str().unwrap()).or_default().push(unmarked["code"].as_str().unwrap());
    }
    let expected: [(&str, &[&str]); 7] = [
        ("d1.json", &["C003"]),
        ("d2.json", &["C003"]),
        ("e.json", &["C004"]),
        ("f.json", &["C002", "C003"]),
        ("g.json", &["C001"]),
        ("h.JSON", &["C001"]),
        ("j.json", &["C001"]),
    ];
    assert_eq!(problems, expected.map(|(file, codes)| (file, codes.to_vec())).into_iter().collect());
    for (file, _) in expected {
        assert!(printed.contains(file), "{file}: {printed}");
    }
    let marks = fs::read_to_string(desk.path("marks/tables/marks.csv")).unwrap();
    assert!(marks.contains("'=cmd") && !marks.contains(",=cmd") && !marks.contains("\"=cmd"), "{marks}");
    assert!(marks.contains("Cléo 王"), "{marks}");
    let page = fs::read_to_string(desk.path("marks/answer.html")).unwrap();
    assert!(!page.contains("<script>alert") && page.contains("&#60;script&#62;alert"));
    assert!(desk.path("marks/answer.xlsx").is_file());

    // A smaller class: what was a number of it before is none now.
    let (printed, _) = desk.expect(0, &["class", "--grade", "answers", "--students", "2", "--json"]);
    let smaller: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(smaller["students"].as_array().unwrap().len(), 2);
    // Other numbers in the study: no file is of it, and all are said.
    let (_, said) = desk.expect(2, &["class", "--grade", "answers", "--set", "market.customers=100"]);
    for words in ["ana.json", "bea.json", "C002", "C001"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn an_answer_with_an_unknown_question_is_said_with_the_others_of_its_file() {
    let desk = Desk::new();
    fs::create_dir(desk.path("answers")).unwrap();
    let lesson = lesson(&desk, 6);
    let answers = json!({ "everyone": 44, "lever": "price", "curve": [0.1] });
    desk.write("answers/e.json", &file(&lesson, "E", &answers).to_string());
    let (_, said) = desk.expect(2, &["class", "--grade", "answers"]);
    for words in ["44 is not between 0 and 1", "`price` is none of", "1 points, not 6"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn it_speaks_three_languages() {
    let desk = Desk::new();
    fs::create_dir(desk.path("answers")).unwrap();
    let lesson = lesson(&desk, 3);
    desk.write("answers/a.json", &file(&lesson, "A", &right(&lesson)).to_string());
    for (language, handout, one, marked) in [
        ("en", "Predict before you compute", "right answer", "6.0 of 6 marks"),
        ("zh", "先预测，再计算", "正确答案", "平均得 6.0 分"),
        ("es", "Prediga antes de calcular", "respuesta correcta", "6,0 de 6 puntos"),
    ] {
        let out = format!("out-{language}");
        let (printed, _) = desk.expect(0, &["class", "--students", "3", "--out", &out, "--lang", language]);
        assert!(printed.contains("handouts.html"), "{printed}");
        let page = fs::read_to_string(desk.path(&out).join("handouts.html")).unwrap();
        assert!(page.contains(handout) && page.contains("late parcel"), "{language}");
        assert_eq!(read_gift(&fs::read_to_string(desk.path(&out).join("quiz.gift")).unwrap()).len(), 18);
        let (printed, _) = desk.expect(0, &["class", "--student", "3", "--lang", language]);
        assert!(printed.contains(one), "{printed}");
        let (printed, _) = desk.expect(0, &["class", "--grade", "answers", "--lang", language]);
        assert!(printed.contains(marked), "{printed}");
    }
}

#[test]
fn what_cannot_be_a_class_is_refused_with_the_way_out() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).unwrap();
    for (arguments, words) in [
        (&["class"][..], "--students"),
        (&["class", "--student", "0"], "--student"),
        (&["class", "--students", "1001", "--out", "x"], "--students"),
        (&["class", "--students", "3"], "--out"),
        (&["class", "--student", "3", "--students", "3"], "--student"),
        (&["class", "--grade", "empty"], "C001"),
        (&["class", "--grade", "empty", "--out", "empty"], "choose another --out"),
        (&["class", "--student", "3", "--scenario", "half complain"], "severity.minor.complain"),
    ] {
        let (_, said) = desk.expect(2, arguments);
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    let (_, said) = desk.expect(1, &["class", "--grade", "nowhere"]);
    assert!(said.contains("nowhere"), "{said}");
    assert_eq!(desk.entries(), BTreeSet::from(["empty".to_string()]));
}
