// Runs every study in WebAssembly and by native programs, and compares the texts byte by byte.
// Usage: node compare.mjs MODULE.wasm NATIVE_PROGRAM...
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [module, ...programs] = process.argv.slice(2);
const names = execFileSync(programs[0]).toString();
const runs = names.trimEnd().split("\n").map((line) => line.split("\t"));
const place = mkdtempSync(join(tmpdir(), "bits-"));
process.on("exit", () => rmSync(place, { recursive: true }));

for (const program of programs.slice(1)) {
  if (execFileSync(program).toString() !== names) {
    console.error(`${program} does not have the same studies`);
    process.exit(1);
  }
}

// All programs compute all runs in processes of their own, while this one does so in WebAssembly.
const ended = programs.map((program, i) => {
  const folder = join(place, String(i));
  mkdirSync(folder);
  const child = spawn(program, [folder], { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`${program} ended with ${code}`))));
  });
});

// What a side computes in run i, by its name.
const sides = programs.map((program, i) => [program, (run) => readFileSync(join(place, String(i), String(run)))]);
const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
const { memory, name_runs, compute_run, text } = instance.exports;
const from = (length) => Buffer.from(Buffer.from(memory.buffer, text() >>> 0, length));
if (from(name_runs() >>> 0).toString() !== names) {
  console.error("WebAssembly does not have the same studies");
  process.exit(1);
}
const computed = runs.map((_, i) => from(compute_run(i) >>> 0));
sides.push(["WebAssembly", (run) => computed[run]]);
await Promise.all(ended);

// The first line in which they differ.
function difference(ours, theirs) {
  const [a, b] = [ours.toString().split("\n"), theirs.toString().split("\n")];
  const line = a.findIndex((words, i) => words !== b[i]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1}: ${a[at]?.trim() ?? "ends"}, not ${b[at]?.trim() ?? "ends"}`;
}

const engines = ["expected", "cohort", "agents"];
const rows = new Map();
const differences = [];
const [[first, reference], ...others] = sides;
let bytes = 0;
runs.forEach(([study, engine], i) => {
  const theirs = reference(i);
  bytes += theirs.length;
  const row = rows.get(study) ?? {};
  // An engine that a study refuses has a message for a result.
  row[engine] = theirs[0] === 0x53 ? "refused" : "equal";
  rows.set(study, row);
  for (const [side, computes] of others) {
    const ours = computes(i);
    if (ours.equals(theirs)) continue;
    row[engine] = "DIFFERS";
    differences.push(`${study}, ${engine}, ${side}: ${difference(ours, theirs)}`);
  }
});

const width = Math.max(...[...rows.keys()].map((study) => study.length));
const line = (head, cells) => console.log(`${head.padEnd(width)}  ${cells.map((cell) => cell.padEnd(8)).join("  ")}`.trimEnd());
line("", engines);
for (const [study, row] of rows) line(study, row.none ? [row.none] : engines.map((engine) => row[engine] ?? "-"));
for (const found of differences) console.log(found);
console.log(`${runs.length} runs, ${bytes} bytes, by ${[first, ...others.map(([side]) => side)].join(", ")}: ${differences.length} differ`);
process.exit(differences.length === 0 ? 0 : 1);
