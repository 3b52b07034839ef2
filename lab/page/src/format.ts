// Numbers as readers of a language write them.

import { language, t, tag } from "./language";
import { shown as named } from "./state";

const MINUS = "\u2212";

function plain(value: number, options: Intl.NumberFormatOptions): string {
  // A minus sign, and no sign before a zero.
  const text = new Intl.NumberFormat(tag(), options).format(value);
  return (/[1-9]/.test(text) ? text : text.replace("-", "")).replace("-", MINUS);
}

function significant(value: number, digits: number): string {
  return plain(value, { maximumSignificantDigits: digits, minimumSignificantDigits: 1, useGrouping: true });
}

/** A number with three significant digits. */
export const number = (value: number, digits = 3): string => significant(value, digits);

/** A number with so many decimals. */
export const fixed = (value: number, decimals: number): string => plain(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A difference with its sign and so many decimals. */
export function signedFixed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A whole number with marks between its thousands. */
export const whole = (value: number): string => plain(Math.round(value), { maximumFractionDigits: 0 });

/** A share in per cent, three significant digits. */
export function share(value: number, digits = 3): string {
  const text = significant(100 * value, digits);
  return language.value === "zh" ? `${text}%` : `${text}\u00a0%`;
}

/** A probability in whole per cent: never 0 or 100 where it is neither. */
export function probability(value: number): string {
  const least = value > 0 && value < 0.005 ? "<" : value < 1 && value > 0.995 ? ">" : "";
  const shown = least === "<" ? 0.01 : least === ">" ? 0.99 : value;
  const text = plain(100 * shown, { maximumFractionDigits: 0 });
  return language.value === "zh" ? `${least}${text}%` : `${least}${text}\u00a0%`;
}

/** An amount without its currency: 243 k, 1.2 M; in Chinese 24.3万, 1.2亿. */
export function amount(value: number, digits = 3): string {
  if (language.value === "zh") return plain(value, { notation: "compact", maximumSignificantDigits: digits });
  const size = Math.abs(value);
  const [unit, name] = size >= 999.5e6 ? [1e9, "\u00a0G"] : size >= 999.5e3 ? [1e6, "\u00a0M"] : size >= 9995 ? [1e3, "\u00a0k"] : [1, ""];
  return unit === 1 && size >= 1000 ? whole(value) : significant(value / unit, digits) + name;
}

/** An amount of money with its currency. */
export const money = (value: number, currency: string): string => `${amount(value)}\u00a0${currency}`;

/** An amount with its sign, for differences. */
export const signed = (value: number): string => (value > 0 ? "+" : "") + amount(value);

/** A level by the form of its key. */
export function level(value: number, form: string): string {
  if (form === "share") return share(value);
  if (form === "money") return amount(value);
  if (form === "whole") return whole(value);
  return Math.abs(value) >= 1000 ? whole(value) : number(value);
}

/** A key as the program says it: "acquisition: cost ratio". Names that the author gave are as the study says them in the language of the page. */
export function keyName(parts: string[], isName: boolean[]): string {
  const word = (i: number): string => {
    const part = parts[i] ?? "";
    const plain = part.replaceAll("_", " ");
    return isName[i] ? named(part).replaceAll("_", " ") : t("key-word", { word: part, plain });
  };
  const last = parts.length - 1;
  const tables = ["failure", "severity", "segment", "response"];
  const place = parts.map((_, i) => i).filter((i) => i < last && !tables.includes(parts[i] ?? "")).map(word);
  return place.length === 0 ? word(last) : t("key-label", { place: place.join(" "), name: word(last) });
}

/** A text with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Names one after another: "A, B and C". */
export function listed(names: string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : t("list-and", { first: names.slice(0, -1).join(language.value === "zh" ? "、" : ", "), last });
}

/** Sentences one after another. */
export const joined = (...sentences: string[]): string => sentences.join(language.value === "zh" ? "" : " ");
