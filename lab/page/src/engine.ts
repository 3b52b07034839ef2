// The engine, from the page: questions go to a worker and come back as promises.
//
// A desk asks one question at a time. A question on a channel takes the place of one on the same channel that waits or is under
// way: the promise of the older one is rejected with `Superseded`.

import type { Diagnostic } from "./answers";

/** A study as the engine reads it. */
export interface StudyText {
  name: string;
  text: string;
  set: string[];
  engine?: string;
  draws?: number;
  seed?: number;
}

/** Everything that is wrong with a question or its study. */
export class Refused extends Error {
  constructor(readonly diagnostics: Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join("; "));
  }
}

/** A newer question took the place of this one. */
export class Superseded extends Error {}

interface Job {
  id: number;
  channel: string;
  request: string;
  resolve(answer: unknown): void;
  reject(error: Error): void;
  /** Whether nobody waits for the answer any more. */
  dropped?: boolean;
}

/** The compiled engine, from the text that the page carries: base64 of gzip. */
export async function compile(text: string): Promise<WebAssembly.Module> {
  const packed = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

/** One worker, and the questions that wait for it. */
export class Desk {
  private worker: Worker | undefined;
  private waiting: Job[] = [];
  private current: Job | undefined;
  private next = 1;

  constructor(
    private readonly source: string,
    private readonly module: WebAssembly.Module,
    /** Whether the worker finishes what it is at: for questions that take less time than a new worker. */
    private readonly finishes: boolean,
  ) {}

  /** Asks a question. */
  ask<T>(channel: string, question: string, study: StudyText, scenario: string | null, parameters: object = {}, draws?: number): Promise<T> {
    this.cancel(channel);
    const request = JSON.stringify({ study, scenario, question, with: parameters, draws });
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ id: this.next++, channel, request, resolve: resolve as (answer: unknown) => void, reject });
      this.proceed();
    });
  }

  /** Takes back what was asked on a channel; stops the worker where it is at it. */
  cancel(channel: string): void {
    const superseded = this.waiting.filter((job) => job.channel === channel);
    this.waiting = this.waiting.filter((job) => job.channel !== channel);
    if (this.current?.channel === channel && !this.finishes) {
      superseded.push(this.current);
      this.stop();
    } else if (this.current?.channel === channel && !this.current.dropped) {
      superseded.push(this.current);
      this.current.dropped = true;
    }
    for (const job of superseded) job.reject(new Superseded());
    this.proceed();
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.current = undefined;
  }

  private start(): Worker {
    const address = URL.createObjectURL(new Blob([this.source], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.onmessage = (event: MessageEvent<{ id: number; reply?: string; trouble?: string }>) => this.take(event.data);
    worker.onerror = (event) => this.fail(event.message);
    worker.postMessage({ module: this.module });
    URL.revokeObjectURL(address);
    return worker;
  }

  private proceed(): void {
    const job = this.current ? undefined : this.waiting.shift();
    if (!job) return;
    this.current = job;
    this.worker ??= this.start();
    this.worker.postMessage({ id: job.id, request: job.request });
  }

  private take(message: { id: number; reply?: string; trouble?: string }): void {
    const job = this.current;
    if (!job || job.id !== message.id) return;
    if (message.reply === undefined) return this.fail(message.trouble ?? "");
    this.current = undefined;
    if (job.dropped) return this.proceed();
    const reply = JSON.parse(message.reply) as { answer?: unknown; refused?: Diagnostic[] };
    if (reply.refused) job.reject(new Refused(reply.refused));
    else job.resolve(reply.answer);
    this.proceed();
  }

  private fail(message: string): void {
    const job = this.current;
    this.stop();
    job?.reject(new Error(message));
    this.proceed();
  }
}
