// Pages in headless Chromium: opened, looked at, held against WCAG; see lab.sh and report.sh.
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const axe = fs.readFileSync(path.join(path.dirname(require.resolve("axe-core")), "axe.min.js"), "utf8");

const launch = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

// A tab with the page of that address; what goes wrong on it is added to `wrong`, with `what` before it.
async function open(browser, address, { viewport, colorScheme = "light", language = "en", what, ready }, wrong) {
  const context = await browser.newContext({ viewport, colorScheme, acceptDownloads: true });
  const tab = await context.newPage();
  tab.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) wrong.push(`${what}: console: ${said.text()}`);
  });
  tab.on("pageerror", (error) => wrong.push(`${what}: ${error}`));
  tab.on("dialog", (dialog) => {
    wrong.push(`${what}: a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrong.push(`${what}: asks for ${request.url()}`);
  });
  await tab.goto(address);
  await tab.waitForSelector(ready, { timeout: 60_000 });
  if (language !== "en") await tab.selectOption("#language", language);
  return { context, tab };
}

// A picture of the page; it must fit the screen, have no id twice and show no value that is none.
async function look(tab, what, picture, wrong) {
  await tab.evaluate(() => document.fonts.ready);
  await tab.waitForTimeout(300);
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) wrong.push(`${what}: ${wider} pixels wider than the screen`);
  const ids = await tab.evaluate(() => {
    const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return all.filter((id, place) => all.indexOf(id) !== place);
  });
  if (ids.length) wrong.push(`${what}: ids twice: ${ids.join(", ")}`);
  const empty = await tab.evaluate(() => /undefined|NaN|\[object|\{ ?\$/.exec(document.body.innerText.replace(/\{ \$name \}/g, ""))?.[0]);
  if (empty) wrong.push(`${what}: shows ${empty}`);
  await tab.screenshot({ path: picture, fullPage: true });
}

// What axe finds against WCAG 2.1 A and AA; gives how many rules are kept.
async function accessible(tab, what, wrong) {
  // The policy of the page lets no script in: axe comes by the debugging protocol.
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] } }));
  for (const rule of found.violations) {
    const where = rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
    wrong.push(`${what}: ${rule.id} (${rule.nodes.length}): ${rule.help}: ${where}`);
  }
  return found.passes.length;
}

module.exports = { launch, open, look, accessible };
