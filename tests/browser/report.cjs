// Opens a page in headless Chromium at desk and phone size, light and dark, and prints it; see report.sh.
const fs = require("node:fs");
const path = require("node:path");
const { accessible, launch, look, open } = require("./page.cjs");

const [page, pictures] = process.argv.slice(2);
const address = "file://" + page;
const wrong = [];

async function main() {
  const browser = await launch();
  const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      const what = `${size}, ${colorScheme}`;
      const { context, tab } = await open(browser, address, { viewport, colorScheme, what, ready: "body" }, wrong);
      await look(tab, what, path.join(pictures, `${size}-${colorScheme}.png`), wrong);
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
      const passes = await accessible(tab, what, wrong);
      await tab.screenshot({ path: path.join(pictures, `${size}-${colorScheme}-top.png`) });
      console.log(`${what}: ${passes} rules of axe kept`);
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
