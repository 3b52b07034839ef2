// Opens a page in headless Chromium at desk and phone size, light and dark, and prints it; see report.sh.
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const [page, pictures] = process.argv.slice(2);
const address = "file://" + page;
const wrong = [];

async function main() {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      const what = `${size}, ${colorScheme}`;
      // The page forbids scripts; only the look from outside may run some.
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1, bypassCSP: true });
      const tab = await context.newPage();
      tab.on("console", (said) => {
        if (["error", "warning"].includes(said.type())) wrong.push(`${what}: console: ${said.text()}`);
      });
      tab.on("pageerror", (error) => wrong.push(`${what}: ${error}`));
      tab.on("request", (request) => {
        const url = request.url();
        if (url !== address && !url.startsWith("data:")) wrong.push(`${what}: asks for ${url}`);
      });
      tab.on("requestfailed", (request) => wrong.push(`${what}: failed: ${request.url().slice(0, 80)}`));
      await tab.goto(address, { waitUntil: "load" });
      await tab.evaluate(() => document.fonts.ready);
      const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) wrong.push(`${what}: ${wider} pixels wider than the screen`);
      const ids = await tab.evaluate(() => {
        const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return all.filter((id, place) => all.indexOf(id) !== place);
      });
      if (ids.length) wrong.push(`${what}: ids twice: ${ids.join(", ")}`);
      const broken = await tab.evaluate(() => {
        const unknown = [...document.querySelectorAll("*")].filter((element) => element instanceof HTMLUnknownElement);
        const uneven = [...document.querySelectorAll("table")].filter((table) => {
          const columns = table.tHead.rows[0].cells.length;
          return [...table.tBodies[0].rows].some((row) => row.cells.length !== columns);
        });
        return [...unknown.map((element) => element.tagName), ...uneven.map((table) => table.caption.textContent)];
      });
      if (broken.length) wrong.push(`${what}: broken markup: ${broken.slice(0, 5).join(", ")}`);
      const scripts = await tab.evaluate(() => document.querySelectorAll("script").length);
      if (scripts) wrong.push(`${what}: ${scripts} scripts`);
      await tab.addScriptTag({ path: path.join(path.dirname(require.resolve("axe-core")), "axe.min.js") });
      const found = await tab.evaluate(() =>
        axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] } })
      );
      for (const rule of found.violations) {
        const where = rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
        wrong.push(`${what}: ${rule.id} (${rule.nodes.length}): ${rule.help}: ${where}`);
      }
      await tab.screenshot({ path: path.join(pictures, `${size}-${colorScheme}.png`), fullPage: true });
      await tab.screenshot({ path: path.join(pictures, `${size}-${colorScheme}-top.png`) });
      console.log(`${what}: ${found.passes.length} rules of axe kept, ${found.violations.length} broken`);
      await context.close();
    }
  }
  const context = await browser.newContext({ colorScheme: "dark" });
  const tab = await context.newPage();
  await tab.goto(address);
  await tab.evaluate(() => document.fonts.ready);
  for (const format of ["A4", "Letter"]) {
    const file = path.join(pictures, `page-${format}.pdf`);
    await tab.pdf({ path: file, format, preferCSSPageSize: false, displayHeaderFooter: false });
    const pages = (fs.readFileSync(file, "latin1").match(/\/Type\s*\/Page[^s]/g) || []).length;
    console.log(`${format}: ${pages} pages`);
    if (pages < 2 || pages > 40) wrong.push(`${format}: ${pages} pages`);
  }
  await browser.close();
  if (wrong.length) {
    console.error(wrong.join("\n"));
    process.exit(1);
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
