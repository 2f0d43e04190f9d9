import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RepositoryRow, SessionRow } from '../../model/rows.js';
import { repositoryColumns, sessionColumns } from './columns.js';
import type { DetailContext } from './detail-context.js';
import { repositoryProblemsView } from './repository-problems-view.js';
import { nextBackup } from './schedule-view.js';
import { tableSection, type TableSection } from './table-section.js';

type Wiring<Row> = Pick<TableSection<Row>, 'filter' | 'onFilter' | 'onSort'> & { nameCell: (row: Row) => unknown };

export function repositoriesSection(
  { nameCell, ...wiring }: Wiring<RepositoryRow>,
  context: DetailContext,
): TemplateResult {
  const { detail, messages, formats, now } = context;
  const isPartial = detail.repositories.rows.some((row) => row.partial);
  return tableSection<RepositoryRow>(
    {
      ...wiring,
      id: 'repositories',
      title: messages.repositories,
      empty: messages.emptyRepositories,
      columns: repositoryColumns({ messages, formats, now, nameCell }),
      rows: detail.repositories,
      view: detail.repositoriesView,
      said: detail.repositoryNotices,
      key: (row) => row.key,
      lead: repositoryProblemsView(detail.problems, context),
      footnote: isPartial ? messages.partialRows : undefined,
    },
    context,
  );
}

export function configurationsSection(
  {
    nameCell,
    inWords,
    onInWords,
    ...wiring
  }: Wiring<SessionRow> & { inWords: boolean; onInWords: (on: boolean) => void },
  context: DetailContext,
): TemplateResult {
  const { detail, messages, formats, now } = context;
  return tableSection<SessionRow>(
    {
      ...wiring,
      id: 'configurations',
      title: messages.backupConfigurations,
      empty: messages.emptyConfigurations,
      columns: sessionColumns({ messages, formats, now, nameCell, inWords }),
      rows: detail.sessions,
      view: detail.sessionsView,
      said: detail.sessionNotices,
      key: (row) => row.key,
      footnote: detail.batchesDenied ? messages.forbiddenRows(messages.backupBatches) : undefined,
      lead: nextBackup(detail.nextBackup, { messages, formats }),
      tools: html`<label part="schedules-in-words" class="check"
        ><input
          type="checkbox"
          .checked=${live(inWords)}
          @change=${(event: Event) => onInWords((event.target as HTMLInputElement).checked)}
        />${messages.schedulesInWords}</label
      >`,
    },
    context,
  );
}
