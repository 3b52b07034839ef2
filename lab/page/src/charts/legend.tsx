// A legend below a picture: marks with words, in as many lines as they need.

import type { ComponentChildren } from "preact";

const LINE = 22;

/** About how many pixels a text takes. */
export const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 13.5 : 7.3), 0);

/** A text in two lines where one is too narrow for it. */
export function lines(text: string, width: number): string[] {
  if (lengthOf(text) <= width) return [text];
  const words = text.split(/(?<=[ ：])/);
  let first = "";
  while (words.length > 1 && lengthOf(first + words[0]) < lengthOf(text) / 2) first += words.shift() ?? "";
  return first === "" ? [text] : [first, words.join("")];
}

function places(texts: string[], width: number): [number, number][] {
  let [at, line] = [0, 0];
  return texts.map((text) => {
    const wide = 40 + lengthOf(text);
    if (at > 0 && at + wide > width) [at, line] = [0, line + 1];
    const place: [number, number] = [at, line];
    at += wide;
    return place;
  });
}

/** The height of a legend. */
export const legendHeight = (texts: string[], width: number): number => LINE * (1 + Math.max(-1, ...places(texts, width).map(([, line]) => line)));

/** Marks stand around (0, 0) and take 20 pixels. */
export function Legend(props: { entries: { text: string; mark: ComponentChildren }[]; width: number; top: number }) {
  const at = places(props.entries.map((it) => it.text), props.width);
  return (
    <>
      {props.entries.map(({ text, mark }, i) => (
        <g key={text} transform={`translate(${(at[i]?.[0] ?? 0) + 12},${props.top + LINE * (at[i]?.[1] ?? 0) + 12})`}>
          {mark}
          <text x={16} dy="0.32em">{text}</text>
        </g>
      ))}
    </>
  );
}
