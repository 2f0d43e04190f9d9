import { expect } from 'chai';
import { IssueBoard } from '../../../src/controllers/form/issue-board.js';

const NAME = { id: 'metadata.name', message: 'no', severity: 'error' } as const;

describe('the board of issues', () => {
  /** The ids that are shown, and how often it was looked for what is wrong. */
  function shownOn(board: IssueBoard): [ids: string[], looked: number] {
    let looked = 0;
    const all = () => ((looked += 1), [NAME]);
    return [board.shown(all, ({ id }) => [id]).map(({ id }) => id), looked];
  }

  it('does not look for faults before one can be shown', () => {
    const board = new IssueBoard();
    expect(shownOn(board)).to.deep.equal([[], 0]);
    board.touch('another');
    expect(shownOn(board)).to.deep.equal([[], 1]);
    board.touch(NAME.id);
    expect(shownOn(board)).to.deep.equal([[NAME.id], 1]);
    board.reset();
    expect(shownOn(board)).to.deep.equal([[], 0]);
    board.review();
    expect(shownOn(board)).to.deep.equal([[NAME.id], 1]);
  });
});
