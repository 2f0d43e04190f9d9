import type { Table } from '../group.js';
import { actions } from './actions.js';
import { advice } from './advice.js';
import { common } from './common.js';
import { credentials } from './credentials.js';
import { detail } from './detail.js';
import { fields } from './fields.js';
import { form } from './form.js';
import { list } from './list.js';
import { manifest } from './manifest.js';
import { shared } from './shared.js';

/** All words. Elements do not import this: each has its own groups. */
export const ALL_GROUPS = [common, shared, list, detail, fields, form, credentials, advice, actions, manifest] as const;

type AnyGroup = (typeof ALL_GROUPS)[number];

/** The words of one language, complete: a group that is missing does not compile. */
export type Tables = {
  readonly [Name in AnyGroup['name']]: Extract<AnyGroup, { name: Name }> extends { english: Table<infer M> }
    ? Table<M>
    : never;
};
