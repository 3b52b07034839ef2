// Numbers as they are typed into a field: with a point or a comma, and in the language of the page once the field is left.

import { tag } from "./language";

export type Unit = "share" | "money";

/** A whole number with marks between its thousands. */
const GROUPED = /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/;

/** The number that a text says; nothing where it says none. A share is typed in per cent. In money, a mark before three digits stands
 * between thousands: nobody types thousandths of money. */
export function said(text: string, unit: Unit): number | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/^[\u2212\u2013]/, "-").replace(/%$/, "");
  const mark = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const before = mark < 0 ? plain : plain.slice(0, mark);
  let digits = plain.replace(",", ".");
  if (unit === "money" && GROUPED.test(plain) && new Set(plain.match(/[.,]/g)).size === 1) digits = plain.replace(/[.,]/g, "");
  else if (unit === "money" && GROUPED.test(before) && !before.includes(plain.charAt(mark))) digits = `${before.replace(/[.,]/g, "")}.${plain.slice(mark + 1)}`;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) return null;
  return unit === "share" ? Number(digits) / 100 : Number(digits);
}

/** A number as its field shows it when nobody types. */
export function written(value: number | null, unit: Unit): string {
  if (value === null) return "";
  if (unit === "money") return new Intl.NumberFormat(tag(), { maximumFractionDigits: 2 }).format(value);
  return new Intl.NumberFormat(tag(), { maximumSignificantDigits: 12, useGrouping: false }).format(100 * value);
}
