// Opens pages of `recoup lab` in headless Chromium; see lab.sh.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const page = require("./page.cjs");

const [folder, program, quick] = process.argv.slice(2);
const wrong = [];
const languages = quick ? ["en", "zh"] : ["en", "zh", "es"];
const sizes = { desk: { width: 1400, height: 900 }, phone: { width: 390, height: 844 } };
const MOVES = quick ? 60 : 200;
const MANY = quick ? 150 : 1000;
const STATES = quick ? 6 : 50;

const figures = {};

const open = (browser, file, { size = "desk", hash = "", what = file, ...how }) =>
  page.open(browser, `file://${path.join(folder, file)}${hash}`, { viewport: sizes[size], what, ready: "main :is(h2, .answer, .trouble)", ...how }, wrong);

const settled = (tab) => tab.waitForFunction(() => recoup.explored.value && recoup.progress.value.done >= recoup.progress.value.of, null, { timeout: 120_000 });

const look = (tab, what, file) => page.look(tab, what, path.join(folder, `${file}.png`), wrong);
const accessible = (tab, what) => page.accessible(tab, what, wrong);

// Every view, in every language, at both sizes; in short, axe is asked once a language.
async function views(browser, file) {
  for (const size of Object.keys(sizes)) {
    const colorScheme = size === "phone" ? "dark" : "light";
    const { context, tab } = await open(browser, file, { size, colorScheme });
    await settled(tab);
    const tabs = await tab.locator("nav button").count();
    for (const language of languages) {
      const asked = !quick || (size === "phone") === (language === "zh");
      await tab.selectOption("#language", language);
      for (let i = 0; i < tabs; i++) {
        await tab.locator("nav button").nth(i).click();
        const name = await tab.evaluate((i) => document.querySelectorAll("nav button")[i].dataset.view, i);
        const what = `${file}, ${name}, ${size}, ${language}`;
        await tab.waitForFunction(() => !document.querySelector("[data-busy]"), null, { timeout: 120_000 });
        await look(tab, what, `${file.replace(".html", "")}-${name}-${size}-${language}`);
        if (asked) console.log(`${what}: ${await accessible(tab, what)} rules of axe kept`);
      }
    }
    await context.close();
  }
}

const quantile = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))];

// Times from a move of a slider to its first answer, and memory after many moves.
async function moves(browser, file) {
  const { context, tab } = await open(browser, file, {});
  await settled(tab);
  const client = await context.newCDPSession(tab);
  const memory = async () => {
    await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const slider = tab.locator("aside input[type=range]").first();
  const move = (count, wait) =>
    slider.evaluate(
      async (input, [count, wait]) => {
        const { latencies } = recoup;
        for (let i = 0; i < count; i++) {
          const before = latencies.length;
          const [low, high] = [Number(input.min), Number(input.max)];
          input.value = String(low + ((high - low) * ((i * 37) % 100)) / 100);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          const began = performance.now();
          do await new Promise((resolve) => setTimeout(resolve, wait ? 5 : 1));
          while (wait && latencies.length === before && performance.now() - began < 5000);
        }
      },
      [count, wait],
    );
  await move(20, true);
  await tab.evaluate(() => recoup.latencies.splice(0));
  await move(MOVES, true);
  const times = await tab.evaluate(() => [...recoup.latencies]);
  figures.median = quantile(times, 0.5);
  figures.p95 = quantile(times, 0.95);
  figures.moves = times.length;
  await settled(tab);
  const before = await memory();
  await move(MANY, false);
  await settled(tab);
  const after = await memory();
  figures.memory = { before, after, moves: MANY };
  if (after > before + 30) wrong.push(`${file}: ${(after - before).toFixed(1)} MB more after ${MANY} moves`);
  await context.close();
}

// A generator of numbers for states: the same states every time.
function chance(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

// Random states of the sliders, taken away as a study and run by the program: the same figures to the last bit.
async function parity(browser, file, engines) {
  const { context, tab } = await open(browser, file, {});
  await settled(tab);
  const random = chance(7);
  let compared = 0;
  for (let i = 0; i < STATES; i++) {
    const engine = engines[i % engines.length];
    const choices = [random(), random(), random(), random(), random(), random()];
    await tab.evaluate(
      ([engine, choices]) => {
        const study = recoup.described.value;
        const moved = [];
        for (let k = 0; k < 3; k++) {
          const number = study.numbers[Math.floor(choices[2 * k] * study.numbers.length)];
          const [low, high] = number.interval ?? [number.value * 0.9, number.value * 1.1];
          const value = Math.min(number.bounds[1], Math.max(number.bounds[0], low + (high - low) * choices[2 * k + 1]));
          const whole = number.form === "whole" ? Math.round(value) : Number(value.toPrecision(6));
          if (!["horizon", "market"].includes(number.parts[0])) moved.push([number.set, whole]);
        }
        recoup.change({ moved, engine });
      },
      [engine, choices],
    );
    await tab.waitForTimeout(50);
    await tab.waitForFunction(() => document.querySelector(".trouble") || (recoup.progress.value.done >= recoup.progress.value.of && recoup.explored.value.engine === recoup.state.value.engine), null, { timeout: 300_000 });
    if (await tab.locator(".trouble").count()) {
      // A state that the model refuses is refused by the program too; it has no figures.
      await tab.evaluate(() => recoup.change({ moved: [] }));
      continue;
    }
    const text = await tab.evaluate(() => recoup.exported());
    const shown = await tab.evaluate(() => recoup.explored.value.comparison.strategies.map((it) => [it.name, it.worth.npv, it.difference.npv, it.p_best]));
    const study = path.join(folder, `state-${i}.toml`);
    fs.writeFileSync(study, text);
    const result = JSON.parse(execFileSync(program, ["run", study, "--json", "--quiet", "--no-charts", "--keep", "summary", "--out", path.join(folder, "state"), "--force"], { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }).toString());
    const theirs = result.scenarios[0].strategies;
    for (const [name, npv, difference] of shown) {
      const it = theirs.find((other) => other.name === name);
      for (const [ours, other] of [[npv, it.npv], [difference, it.difference?.npv]]) {
        if (!other && name === theirs[0].name) continue;
        for (const figure of ["mean", "p05", "p50", "p95"]) {
          if (!Object.is(ours[figure], other[figure])) wrong.push(`${file}, state ${i}, ${engine}, ${name}: ${figure} ${ours[figure]} here, ${other[figure]} by the program`);
        }
      }
    }
    compared++;
    if (compared % 10 === 0) console.log(`${compared} states compared`);
    fs.rmSync(study);
  }
  figures.parity = compared;
  await context.close();
}

// A page for a class opens on its view and gives no answer away; what cannot be taken stays in its field, which says so; decimals can
// be typed key by key; missing answers are asked about before the reveal.
async function typing(browser, file) {
  for (const [language, share, money] of [["en", "68.8", "-33,785.5"], ["es", "68,8", "-33.785,5"]]) {
    const what = `${file}, typing, ${language}`;
    const expect = (holds, that) => holds || wrong.push(`${what}: ${that}`);
    const { context, tab } = await open(browser, file, { size: "phone", language, what });
    const [summary, current] = await tab.evaluate(() => [document.querySelector(".summary").textContent, document.querySelector("nav [aria-current]").dataset.view]);
    expect(current === "class" && !/\d/.test(summary), `opens on ${current} with ${summary}`);
    await tab.waitForSelector("#student + button:enabled");
    await tab.locator("#student").pressSequentially("20231234");
    expect((await tab.locator("#student-wrong").count()) === 1, "takes a number of no student");
    await tab.locator("#student").fill("7");
    await tab.locator("#student").press("Enter");
    const fields = tab.locator(".questions > li > .field input");
    for (const [place, text] of [[0, share], [1, "140"], [2, money]]) {
      await fields.nth(place).pressSequentially(text);
      expect((await fields.nth(place).inputValue()) === text, `${text} is ${await fields.nth(place).inputValue()} while it is typed`);
      await fields.nth(place).blur();
      expect((await fields.nth(place).inputValue()) === text, `${text} is ${await fields.nth(place).inputValue()} once it is left`);
    }
    const answers = await tab.evaluate(() => JSON.stringify(recoup.answers.value));
    expect(answers === '{"complainers":0.688,"consultant":-33785.5}', `answers ${answers}`);
    expect((await tab.locator("[aria-invalid]").count()) === 1 && (await tab.locator(".questions .wrong").count()) === 1, "does not say that 140 is no share");
    await tab.evaluate(() => document.querySelector(".class details").setAttribute("open", ""));
    await look(tab, what, `class-typing-${language}`);
    await accessible(tab, what);
    const isAsked = () => tab.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    expect(await isAsked(), "can be closed with answers that were not downloaded");
    const buttons = tab.locator("section:last-of-type button");
    await buttons.first().click();
    expect((await tab.locator(".shown").count()) === 0, "does not ask about missing answers");
    await buttons.first().click();
    await tab.waitForSelector(".shown");
    await tab.waitForFunction(() => document.activeElement.matches(".result"));
    await Promise.all([tab.waitForEvent("download"), tab.locator("#class-name + button").click()]);
    expect(!(await isAsked()), "cannot be closed once the answers are downloaded");
    await buttons.first().click();
    const moved = await tab.evaluate(() => [recoup.state.value.moved.length, recoup.lesson.value.settings.length, document.querySelector("nav [aria-current]").dataset.view].join());
    expect(moved === "7,7,paradox", `numbers in the paradox view: ${moved}`);
    await tab.locator('nav [data-view="class"]').click();
    await buttons.nth(1).click();
    await tab.waitForFunction(() => document.activeElement.id === "student" && document.activeElement.value === "" && !document.querySelector(".questions"));
    await context.close();
  }
  console.log("fields of the class mode keep what is typed");
}

// The class mode: a student predicts, draws, sees the right answers, and downloads the file, which the program marks alike.
async function lesson(browser, file) {
  const marked = [];
  const answers = path.join(folder, "answers");
  fs.mkdirSync(answers, { recursive: true });
  const students = quick ? [7] : [7, 8, 9];
  for (const [place, student] of students.entries()) {
    const [size, language] = [["desk", "en"], ["phone", "zh"], ["phone", "es"]][place];
    const what = `${file}, student ${student}`;
    const { context, tab } = await open(browser, file, { size, language, hash: `#student=${student}`, what });
    await tab.waitForSelector(".questions .drawing svg");
    await look(tab, `${what}, predict`, `class-predict-${student}`);
    await accessible(tab, `${what}, predict`);
    const right = await tab.evaluate(() => Object.fromEntries(recoup.lesson.value.questions.map((it) => [it.asked, it.right])));
    const fields = tab.locator(".questions > li > .field input");
    await tab.locator(`input[name="class-helped_quickly"][value="${right.helped_quickly}"]`).check();
    await fields.nth(0).fill(String(Math.round(1e4 * right.complainers) / 100));
    await fields.nth(1).fill(String(Math.round(1e4 * right.everyone) / 100 + 4));
    await fields.nth(2).fill(String(-right.consultant));
    await tab.locator('input[name="class-lever"][value="quick_share"]').check();
    // One stroke of the pointer across the chart, then a point by keys and one typed.
    const drawing = tab.locator(".drawing svg");
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    await tab.mouse.move(box.x + 62, box.y + box.height * 0.7);
    await tab.mouse.down();
    await tab.mouse.move(box.x + box.width - 40, box.y + box.height * 0.15, { steps: 60 });
    await tab.mouse.up();
    const point = tab.locator('.drawing [role="slider"]').first();
    const before = await tab.evaluate(() => recoup.answers.value.curve[0]);
    await point.press("ArrowDown");
    await tab.locator(".points input").nth(5).fill("95");
    const drawn = await tab.evaluate(() => recoup.answers.value.curve);
    if (drawn.some((y) => y === null) || drawn[5] !== 0.95 || Math.round(100 * (before - drawn[0])) !== 1) wrong.push(`${what}: drawn ${drawn}`);
    if (await tab.locator(".shown").count()) wrong.push(`${what}: right answers are shown before they are asked for`);
    await tab.locator("#class-name").fill(`=Student <b>${student}</b>`);
    await tab.locator("section:last-of-type button").first().click();
    await tab.waitForSelector(".shown");
    await look(tab, `${what}, reveal`, `class-reveal-${student}`);
    await accessible(tab, `${what}, reveal`);
    if (!(await tab.locator(".questions input").evaluateAll((all) => all.every((input) => input.matches(":disabled"))))) wrong.push(`${what}: answers can be changed after the reveal`);
    const [download] = await Promise.all([tab.waitForEvent("download"), tab.locator("#class-name + button").click()]);
    await download.saveAs(path.join(answers, download.suggestedFilename()));
    marked.push(await tab.evaluate(() => [recoup.lesson.value.student, recoup.marks.value]));
    const stored = await tab.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length].join());
    if (stored !== ",0,0") wrong.push(`${what}: stores ${stored}`);
    await context.close();
  }
  const graded = JSON.parse(execFileSync(program, ["class", "--grade", answers, "--json", "--quiet"]).toString());
  for (const [student, marks] of marked) {
    const theirs = graded.students.find((it) => it.student === student);
    if (JSON.stringify(theirs?.marks) !== JSON.stringify(marks)) wrong.push(`${file}, student ${student}: ${marks} here, ${theirs?.marks} by the program`);
  }
  console.log(`${marked.length} files of answers are marked by the page and the program alike`);
}

async function main() {
  const browser = await page.launch();
  try {
    for (const file of fs.readdirSync(folder).filter((file) => file.endsWith(".html"))) {
      const bytes = fs.statSync(path.join(folder, file)).size;
      if (bytes >= 4e6) wrong.push(`${file}: ${bytes} bytes`);
      figures.bytes = Math.max(figures.bytes ?? 0, bytes);
    }
    await views(browser, "paradox-class.html");
    if (!quick) await views(browser, "city-hotel.html");
    await views(browser, "hostile.html");
    await typing(browser, "paradox-class.html");
    await lesson(browser, "paradox-class.html");
    await moves(browser, "city-hotel.html");
    await parity(browser, "city-hotel.html", ["expected", "cohort"]);
  } finally {
    await browser.close();
  }
  fs.writeFileSync(path.join(folder, "figures.json"), JSON.stringify(figures, null, 2));
  console.log(`a move of a slider is answered in ${figures.median.toFixed(0)} ms (median), ${figures.p95.toFixed(0)} ms (95 %), ${figures.moves} moves`);
  console.log(`memory of the page: ${figures.memory.before.toFixed(1)} MB, ${figures.memory.after.toFixed(1)} MB after ${figures.memory.moves} moves`);
  console.log(`${figures.parity} states are equal to the program's to the last bit; the largest page has ${figures.bytes} bytes`);
  for (const what of wrong) console.error(what);
  process.exit(wrong.length === 0 ? 0 : 1);
}

main();
