// Runs the engine away from the page: one request at a time, in and out as text.

interface Exports {
  memory: WebAssembly.Memory;
  reserve(length: number): number;
  ask(): number;
  reply(): number;
}

let engine: Exports | undefined;

function ask(request: string): string {
  if (!engine) throw new Error("the engine has not started");
  const bytes = new TextEncoder().encode(request);
  const at = engine.reserve(bytes.length) >>> 0;
  new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
  const length = engine.ask() >>> 0;
  return new TextDecoder().decode(new Uint8Array(engine.memory.buffer, engine.reply() >>> 0, length));
}

onmessage = (event: MessageEvent<{ module: WebAssembly.Module } | { id: number; request: string }>) => {
  const data = event.data;
  if ("module" in data) {
    engine = new WebAssembly.Instance(data.module, {}).exports as unknown as Exports;
    return;
  }
  try {
    postMessage({ id: data.id, reply: ask(data.request) });
  } catch (error) {
    // A trap leaves the instance in an unknown state: the page starts another.
    postMessage({ id: data.id, trouble: String(error) });
  }
};
