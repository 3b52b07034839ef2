// Plays the game of `recoup lab` in headless Chromium, on one device and with files; see lab.sh.
// Usage: node game.cjs FOLDER: the folder has city-hotel.html.
const fs = require("node:fs");
const path = require("node:path");
const page = require("./page.cjs");

const folder = process.argv[2];
const MARKUP = '<img src=x onerror="alert(1)">';
const wrong = [];
const expect = (holds, what) => holds || wrong.push(what);

const open = (browser, viewport, colorScheme, language) =>
  page.open(browser, `file://${path.join(folder, "city-hotel.html")}#game`, { viewport, colorScheme, language, what: "game", ready: ".game form" }, wrong);

const idle = (tab) => tab.waitForFunction(() => !document.querySelector("[data-busy]"), null, { timeout: 120_000 });
const main = (tab) => tab.locator(".game button.main").click();

async function look(tab, what) {
  await idle(tab);
  await page.look(tab, what, path.join(folder, `game-${what}.png`), wrong);
  await page.accessible(tab, what, wrong);
}

// Eight quarters of two teams on one device: one does nothing, one spends.
async function hotSeat(browser, size, colorScheme, language) {
  const what = (step) => `${step}-${size.width}-${language}`;
  const { context, tab } = await open(browser, size, colorScheme, language);
  await tab.locator(".game fieldset input").nth(0).fill(MARKUP);
  await tab.locator("#game-seed").fill("7");
  await tab.locator("#game-seed").blur();
  await look(tab, what("setup"));
  await main(tab);
  await idle(tab);
  for (let quarter = 1; quarter <= 8; quarter++) {
    for (const team of [0, 1]) {
      if (quarter === 1 && team === 0) await look(tab, what("pass"));
      await main(tab);
      if (team === 1 && quarter === 1) {
        // By keyboard: to the end of a slider. What is left never falls below nothing.
        const sliders = tab.locator(".game input[type=range]");
        for (let i = 0; i < (await sliders.count()); i++) {
          await sliders.nth(i).focus();
          await tab.keyboard.press("End");
        }
        const [spent, budget] = await tab.locator(".game meter").evaluate((meter) => [meter.value, meter.max]);
        expect(spent > 0 && spent <= budget * (1 + 1e-9), `spends ${spent} of ${budget}`);
        await look(tab, what("plan"));
      }
      await main(tab);
      await idle(tab);
    }
    if (quarter === 1) await look(tab, what("ready"));
    await main(tab);
    const began = Date.now();
    await tab.waitForSelector(".game figure", { timeout: 120_000 });
    await idle(tab);
    if (quarter === 8) console.log(`${what("end")}: results and the best plan after ${Date.now() - began} ms`);
    expect((await tab.locator(".game img").count()) === 0, "a name is read as markup");
    if (quarter === 1 || quarter === 8) await look(tab, what(`after-${quarter}`));
    if (quarter < 8) await main(tab);
  }
  const rows = await tab.locator(".game table").first().locator("tbody tr").count();
  expect(rows === 4, `${rows} rows in the ranking of two teams`);
  expect((await tab.locator(".game .answer").textContent()).length > 20, "nobody wins");
  await context.close();
}

// A team plans on its own device; the host loads its file.
async function files(browser) {
  const { context, tab } = await open(browser, { width: 390, height: 844 }, "light", "en");
  await tab.locator(".game fieldset button").last().click();
  for (let i = 0; i < 2; i++) await tab.locator(".game fieldset li button").last().click();
  await tab.locator(".game fieldset input").first().fill("away");
  await main(tab);
  await main(tab);
  for (let quarter = 2; quarter <= 8; quarter++) {
    const field = tab.locator(".game input[type=number]").first();
    await field.fill(String(500 * quarter));
    await field.blur();
    await tab.getByRole("button", { name: `Plan quarter ${quarter} too` }).click();
  }
  const saved = async (button) => {
    const [download] = await Promise.all([tab.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), "utf8") };
  };
  const plan = await saved(tab.getByRole("button", { name: /Save the plan/ }));
  expect(plan.name === "recoup-game-away.json", plan.name);
  const written = JSON.parse(plan.text);
  expect(written.format === "recoup-game" && written.version === 1 && written.seed === undefined, "the plan of a team carries the seed");
  expect(written.teams[0].plan.length === 8 && written.teams[0].plan[0][0] === 1000 && written.teams[0].plan[6][0] === 4000, JSON.stringify(written.teams[0].plan));
  // The host: two teams here, then the file.
  await tab.getByRole("button", { name: "End this game" }).click();
  await tab.getByRole("button", { name: "End it" }).click();
  const load = async (name, text) => {
    await tab.locator(".game input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await tab.waitForTimeout(100);
    await idle(tab);
  };
  const refused = async (text, message) => {
    await load("plan.json", text);
    const said = await tab.locator(".game .trouble").innerText({ timeout: 5000 }).catch(() => "nothing");
    expect(message.test(said), `a wrong file says: ${said}`);
  };
  const edited = (change) => {
    const copy = JSON.parse(plan.text);
    change(copy);
    return JSON.stringify(copy);
  };
  await refused("no", /no JSON/);
  await refused("[]", /no plan of this game/);
  await refused(edited((it) => (it.version = 2)), /version 2/);
  await refused(edited((it) => (it.study.hash = "0")), /study/);
  await refused(edited((it) => (it.budget = 7)), /budget/);
  await refused(edited((it) => it.levers.pop()), /levers/);
  await refused(edited((it) => (it.teams[0].name = "")), /Team 1/);
  await refused(edited((it) => it.teams[0].plan[3].pop()), /every lever/);
  await refused(edited((it) => (it.teams[0].plan[3][0] = -1)), /every lever/);
  await refused(edited((it) => (it.teams[0].plan[2] = it.teams[0].plan[2].map(() => 1e6))), /quarter 3/);
  await refused(" ".repeat(300_000), /too large/);
  await load("plans.json", edited((it) => it.teams.push({ name: MARKUP, plan: [] })));
  expect((await tab.locator(".game .trouble").count()) === 0, "a good file is refused");
  expect((await tab.locator("h2").innerText()).includes(MARKUP), "the team without a plan has its turn");
  await context.close();

  // A saved game goes on where it was.
  const { context: second, tab: other } = await open(browser, { width: 1400, height: 900 }, "light", "en");
  await other.locator("#game-seed").fill("11");
  await other.locator("#game-seed").blur();
  await main(other);
  for (let team = 0; team < 2; team++) {
    await idle(other);
    await main(other);
    await main(other);
  }
  await idle(other);
  await main(other);
  await other.waitForSelector(".game figure");
  const before = await other.locator(".game table").first().innerText();
  const [download] = await Promise.all([other.waitForEvent("download"), other.getByRole("button", { name: "Save the game" }).click()]);
  const game = fs.readFileSync(await download.path());
  await other.reload();
  await other.waitForSelector(".game form", { timeout: 60_000 });
  await other.locator(".game input[type=file]").setInputFiles({ name: "game.json", mimeType: "application/json", buffer: game });
  await other.waitForSelector(".game figure");
  expect((await other.locator(".game table").first().innerText()) === before, "a saved game has other results");
  await second.close();
}

async function play() {
  const browser = await page.launch();
  try {
    await hotSeat(browser, { width: 390, height: 844 }, "dark", "en");
    await hotSeat(browser, { width: 1400, height: 900 }, "light", "zh");
    await hotSeat(browser, { width: 390, height: 844 }, "light", "es");
    await files(browser);
  } finally {
    await browser.close();
  }
  for (const what of wrong) console.error(what);
  process.exit(wrong.length === 0 ? 0 : 1);
}

play();
