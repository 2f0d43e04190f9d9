import type { Re2Node, Re2Place } from './re2.js';

type Instruction =
  | { is: 'set'; test: (codePoint: number) => boolean }
  | { is: 'place'; place: Re2Place }
  | { is: 'fork'; to: number[] }
  | { is: 'end' };

/** A schema's pattern needs a few hundred; `[a-z]{1000}{1000}` must not eat the memory. */
const MAX_INSTRUCTIONS = 10_000;

/**
 * A test whether a pattern is found in a text, that follows all ways through the pattern at once, so that no pattern
 * can make it slow. Throws for a pattern that is too big.
 */
export function matcherOf(root: Re2Node): (text: string) => boolean {
  const program: Instruction[] = [];
  emit(root, program);
  program.push({ is: 'end' });
  return (text) => run(program, text);
}

function emit(node: Re2Node, program: Instruction[]): void {
  if (program.length > MAX_INSTRUCTIONS) throw new RangeError('the pattern is too big');
  switch (node.is) {
    case 'set':
    case 'place':
      program.push(node);
      break;
    case 'sequence':
      for (const inner of node.nodes) emit(inner, program);
      break;
    case 'choice': {
      const entry = fork(program);
      const exits = node.nodes.map((inner) => {
        entry.to.push(program.length);
        emit(inner, program);
        return fork(program);
      });
      for (const exit of exits) exit.to.push(program.length);
      break;
    }
    case 'repeat':
      emitRepeat(node, program);
  }
}

function emitRepeat({ node, min, max }: Extract<Re2Node, { is: 'repeat' }>, program: Instruction[]): void {
  for (let count = 0; count < min; count += 1) emit(node, program);
  const exits: { to: number[] }[] = [];
  if (max === Infinity) {
    const entry = program.length;
    exits.push(fork(program, entry + 1));
    emit(node, program);
    fork(program, entry);
  } else {
    for (let count = min; count < max; count += 1) {
      exits.push(fork(program, program.length + 1));
      emit(node, program);
    }
  }
  for (const exit of exits) exit.to.push(program.length);
}

function fork(program: Instruction[], ...to: number[]): { to: number[] } {
  const instruction = { is: 'fork' as const, to };
  program.push(instruction);
  return instruction;
}

function run(program: readonly Instruction[], text: string): boolean {
  const seenAt = new Int32Array(program.length).fill(-1);
  let waiting: number[] = [];
  let previous: number | undefined;
  let position = 0;
  for (;;) {
    const current = text.codePointAt(position);
    const reached: number[] = [];
    // A match may begin at every character.
    const open = [0, ...waiting];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seenAt[next] === position) continue;
      seenAt[next] = position;
      const instruction = program[next]!;
      if (instruction.is === 'end') return true;
      if (instruction.is === 'fork') open.push(...instruction.to);
      else if (instruction.is === 'set') reached.push(next);
      else if (isAt(instruction.place, previous, current)) open.push(next + 1);
    }
    if (current === undefined) return false;
    waiting = [];
    for (const index of reached) {
      const instruction = program[index]!;
      if (instruction.is === 'set' && instruction.test(current)) waiting.push(index + 1);
    }
    previous = current;
    position += current > 0xffff ? 2 : 1;
  }
}

const LINE_FEED = 10;

const isWord = (codePoint: number | undefined) => codePoint !== undefined && /\w/.test(String.fromCodePoint(codePoint));

function isAt(place: Re2Place, previous: number | undefined, next: number | undefined): boolean {
  switch (place) {
    case 'start':
      return previous === undefined;
    case 'end':
      return next === undefined;
    case 'line-start':
      return previous === undefined || previous === LINE_FEED;
    case 'line-end':
      return next === undefined || next === LINE_FEED;
    case 'word':
      return isWord(previous) !== isWord(next);
    case 'no-word':
      return isWord(previous) === isWord(next);
  }
}
