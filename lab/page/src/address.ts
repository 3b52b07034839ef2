// The state in the address, after `#`: a link or a bookmark carries it, and no server sees it.

import type { State } from "./state";

/** What the address carries. */
export interface Carried {
  view?: string;
  language?: string;
  state?: Partial<State>;
  student?: number;
}

async function through(bytes: Uint8Array<ArrayBuffer>, transform: GenericTransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The part of the address after `#`. */
export async function written(carried: Carried): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(carried));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  let text = "";
  for (const byte of packed) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What the part of the address after `#` carries; nothing where it cannot be read. `#student=7` is read too. */
export async function read(hash: string): Promise<Carried> {
  const text = hash.replace(/^#/, "");
  const student = /^student=(\d+)$/.exec(text)?.[1];
  if (student) return { view: "class", student: Number(student) };
  if (/^[a-z]+$/.test(text)) return { view: text };
  try {
    const packed = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const plain = await through(bytes, new DecompressionStream("deflate-raw"));
    const carried: unknown = JSON.parse(new TextDecoder().decode(plain));
    return typeof carried === "object" && carried !== null ? (carried as Carried) : {};
  } catch {
    return {};
  }
}
