// Texts in three languages. Terms of the field come from the catalogues of the program, so that both use the same words.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";
import CATALOGUES from "catalogues";

export type Language = "en" | "zh" | "es";
export const LANGUAGES: { code: Language; tag: string; name: string }[] = [
  { code: "en", tag: "en", name: "English" },
  { code: "zh", tag: "zh-Hans", name: "中文" },
  { code: "es", tag: "es", name: "Español" },
];

function bundle(code: Language, tag: string): FluentBundle {
  const made = new FluentBundle(tag, { useIsolating: false });
  for (const text of CATALOGUES[code]) {
    const errors = made.addResource(new FluentResource(text));
    if (errors.length > 0) throw errors[0];
  }
  return made;
}

const BUNDLES = Object.fromEntries(LANGUAGES.map(({ code, tag }) => [code, bundle(code, tag)])) as Record<Language, FluentBundle>;

/** The language of the page. */
export const language = signal<Language>("en");

/** The BCP 47 tag of the page's language. */
export const tag = (): string => LANGUAGES.find(({ code }) => code === language.value)?.tag ?? "en";

/** A text of the catalogue by its id. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const inLanguage = BUNDLES[language.value];
  const found = inLanguage.getMessage(id) ? inLanguage : BUNDLES.en;
  const message = found.getMessage(id);
  if (!message?.value) throw new Error(`no message ${id}`);
  return quoted(found.formatPattern(message.value, args));
}

const QUOTES: Record<Language, [string, string]> = { en: ["\u201c", "\u201d"], zh: ["\u201c", "\u201d"], es: ["\u00ab", "\u00bb"] };

/** Names stand in backticks in the catalogues, and in quotation marks on the page. */
function quoted(text: string): string {
  const [open, close] = QUOTES[language.value];
  return text.replace(/`([^`]*)`/g, `${open}$1${close}`);
}
