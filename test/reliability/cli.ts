import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where and under what a real process of the program runs. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const PATH = { PATH: process.env.PATH ?? '' };

/** Runs the program to its end. */
export function muragat(args: readonly string[], { cwd, env = PATH }: Surroundings): Run {
  const options = { cwd, env, encoding: 'utf8', timeout: 50_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

/** Starts the program; `ended` gives what it left. */
export function start(args: readonly string[], { cwd, env = PATH }: Surroundings): Started {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (texts.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (texts.err += text.toString()));
  const ended = new Promise<Run>((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
  return { child, ended, errors: () => texts.err };
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
  /** What it has said on standard error so far. */
  readonly errors: () => string;
}

/** Writes a file with the folders above it. */
export function put(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** An invented story of an invented paper, as a line of JSON Lines. */
export function story(id: number, { views = 10 }: { readonly views?: number } = {}): string {
  const headline = `Тасөткелде ${id} үйге жарық берілді`;
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline} » Тасөткел жаршысы</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text"><p>Бағандар ${id} күнде орнатылып, сымдар жаңартылды.</p><p>Ауыл тұрғындары қысқа дейін көше шамдарын да күтіп отыр.</p></div>
<ul class="meta"><li title="Қаралды: ${views}">${views}</li><li title="Пікірлер: 0">0</li><li class="story_date"><time datetime="2021-05-04">04 мамыр 2021 ж.</time></li></ul></article></div></body></html>`;
  return JSON.stringify({
    url: `https://tasotkel.example/aimaq/${id}-zharyq.html`,
    html,
    capturedAt: '2022-01-05T08:00:00Z',
  });
}

/** Stories `from` … `to`, one a line. */
export function stories(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `${story(from + index)}\n`).join('');
}
