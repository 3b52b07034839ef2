// Runs every study in WebAssembly and by a native program, and compares the texts byte by byte.
// Usage: node compare.mjs MODULE.wasm NATIVE_PROGRAM
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [module, native] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
const { memory, name_runs, compute_run, text } = instance.exports;
const from = (length) => Buffer.from(memory.buffer, text() >>> 0, length);
const natively = (...words) => execFileSync(native, words, { maxBuffer: 1 << 30 });

const names = from(name_runs() >>> 0).toString();
if (names !== natively().toString()) {
  console.error("the two do not have the same studies");
  process.exit(1);
}

// The first line in which they differ.
function difference(ours, theirs) {
  const [a, b] = [ours.toString().split("\n"), theirs.toString().split("\n")];
  const line = a.findIndex((words, i) => words !== b[i]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1}: WebAssembly ${a[at]?.trim() ?? "ends"}, native ${b[at]?.trim() ?? "ends"}`;
}

const engines = ["expected", "cohort", "agents"];
const rows = new Map();
const differences = [];
let bytes = 0;
names.trimEnd().split("\n").forEach((name, i) => {
  const [study, engine] = name.split("\t");
  const theirs = natively(String(i));
  const ours = from(compute_run(i) >>> 0);
  bytes += theirs.length;
  const row = rows.get(study) ?? {};
  // An engine that a study refuses has a message for a result.
  row[engine] = !ours.equals(theirs) ? "DIFFERS" : theirs[0] === 0x53 ? "refused" : "equal";
  rows.set(study, row);
  if (row[engine] === "DIFFERS") differences.push(`${study}, ${engine}: ${difference(ours, theirs)}`);
});

const width = Math.max(...[...rows.keys()].map((study) => study.length));
const line = (head, cells) => console.log(`${head.padEnd(width)}  ${cells.map((cell) => cell.padEnd(8)).join("  ")}`.trimEnd());
line("", engines);
for (const [study, row] of rows) line(study, row.none ? [row.none] : engines.map((engine) => row[engine] ?? "-"));
for (const found of differences) console.log(found);
console.log(`${names.trimEnd().split("\n").length} runs, ${bytes} bytes, ${differences.length} differ`);
process.exit(differences.length === 0 ? 0 : 1);
