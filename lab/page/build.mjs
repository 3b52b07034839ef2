// Builds the page: bundles scripts and texts, and puts everything but the study and the engine into one file.
// Usage: node build.mjs OUT
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const out = process.argv[2] ?? "../dist/page.html";

// Messages of a catalogue of the program whose ids begin so.
const messages = (code, file, start = "") =>
  readFileSync(`../../crates/recoup-report/src/language/${code}/${file}.ftl`, "utf8").split(/^(?=[a-z])/m).filter((it) => it.startsWith(start)).join("");

// Every catalogue of a language, by its code: what the page says in the program's words, then src/language/LANGUAGE/*.ftl.
const catalogues = {
  name: "catalogues",
  setup(build) {
    build.onResolve({ filter: /^catalogues$/ }, () => ({ path: "catalogues", namespace: "catalogues" }));
    build.onLoad({ filter: /.*/, namespace: "catalogues" }, () => {
      const texts = (code) => [
        messages(code, "terms"),
        messages(code, "paradox", "paradox-"),
        messages(code, "questions", "story-"),
        messages(code, "charts", "chart-story-"),
        messages(code, "charts", "chart-tornado-"),
        messages(code, "class", "class-"),
        ...readdirSync(`src/language/${code}`).sort().map((file) => readFileSync(`src/language/${code}/${file}`, "utf8")),
      ];
      const all = Object.fromEntries(["en", "zh", "es"].map((code) => [code, texts(code)]));
      return { contents: JSON.stringify(all), loader: "json" };
    });
  },
};

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: process.env.PLAIN ? false : true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [catalogues],
    legalComments: "none",
  });
  return outputFiles[0].text.trim();
}

// Text that stands inside a script element must not end it.
const inert = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const script = inert(await bundle("src/main.tsx"));
const worker = inert(await bundle("src/worker.ts"));
const { outputFiles } = await build({ entryPoints: ["src/page.css"], minify: process.env.PLAIN ? false : true, write: false, charset: "utf8" });
const style = outputFiles[0].text.trim();

// What is bundled, with its licence.
const packages = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies);
const seen = new Map();
function visit(name) {
  const folder = join("node_modules", name);
  if (seen.has(name) || !existsSync(join(folder, "package.json"))) return;
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  seen.set(name, `${name} ${about.version} (${about.license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}`);
  Object.keys(about.dependencies ?? {}).forEach(visit);
}
packages.forEach(visit);
const licences = [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text).join("\n\n----\n\n");

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)} '{{fonts-hash}}'`,
  "worker-src blob:",
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const parts = { policy, style, licences: inert(licences), worker, script };
let page = readFileSync("src/page.html", "utf8");
for (const [name, text] of Object.entries(parts)) page = page.replace(`{{${name}}}`, () => text);
writeFileSync(out, page);
console.log(`${out}: ${Buffer.byteLength(page)} bytes`);
