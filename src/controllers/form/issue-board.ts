import type { FormIssue } from './form-issue.js';

/** Which of the faults are shown: errors never while a field is being filled for the first time. */
export class IssueBoard {
  #touched = new Set<string>();
  #reviewed = false;
  #refusals: readonly FormIssue[] = [];

  /** The user has left a field. Whether that is news. */
  touch(id: string): boolean {
    if (this.#touched.has(id)) return false;
    this.#touched.add(id);
    return true;
  }

  /** The user wants to go on: everything is shown, and the server's former answer is no longer about this. */
  review(): void {
    this.#reviewed = true;
    this.#refusals = [];
  }

  /** What the server said of the draft as it is now. */
  refuse(issues: readonly FormIssue[]): void {
    this.#refusals = issues;
    this.#reviewed = true;
  }

  /** The server’s answer in other words. */
  reword<T extends FormIssue>(again: (issue: T) => T): void {
    this.#refusals = this.#refusals.map((issue) => again(issue as T));
  }

  /** The server said this of what was there before. */
  written(id: string): void {
    if (this.#refusals.some((issue) => issue.id === id))
      this.#refusals = this.#refusals.filter((issue) => issue.id !== id);
  }

  get reviewed(): boolean {
    return this.#reviewed;
  }

  /**
   * Those of all faults that are shown, and what the server said; nobody asks for `all` before there can be any.
   * `idsOf`: the controls that an issue is told at.
   */
  shown<T extends FormIssue>(
    all: () => readonly T[],
    idsOf: (issue: T) => readonly string[],
  ): readonly (T | FormIssue)[] {
    const isTouched = (issue: T) => idsOf(issue).some((id) => this.#touched.has(id));
    const own = this.#reviewed ? all() : this.#touched.size > 0 ? all().filter(isTouched) : [];
    return this.#refusals.length === 0 ? own : [...own, ...this.#refusals];
  }

  reset(): void {
    this.#touched = new Set();
    this.#reviewed = false;
    this.#refusals = [];
  }
}
