import 'backupstorage-elements/define/backupstorage-list';
import 'backupstorage-elements/define/backupstorage-detail';
import 'backupstorage-elements/define/backupstorage-create-form';
import { SectionBox } from '@kinvolk/headlamp-plugin/lib/CommonComponents';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useDataSource, useNamespaceFilter } from './cluster';
import { CustomElement } from './custom-element';
import { usePages } from './routes';
import { useBackupStorageTheme } from './theme';

function Page({ title, back, children }: { title: string; back?: string; children: ReactNode }) {
  const style = useBackupStorageTheme();
  return (
    <SectionBox title={title} backLink={back}>
      <div style={style}>{children}</div>
    </SectionBox>
  );
}

export function ListPage() {
  const dataSource = useDataSource();
  const { namespace, setNamespace } = useNamespaceFilter();
  const { createHref, detailHref, toCreate, toDetail } = usePages();
  return (
    <Page title="BackupStorages">
      <CustomElement
        tag="backupstorage-list"
        properties={{ dataSource, namespace, createHref, detailHref }}
        on={{
          'backupstorage-select': (event) => {
            event.preventDefault();
            toDetail(event.namespace, event.name);
          },
          'backupstorage-create': (event) => {
            event.preventDefault();
            toCreate();
          },
          'backupstorage-namespace-change': (event) => setNamespace(event.namespace),
        }}
      />
    </Page>
  );
}

export function DetailPage() {
  const dataSource = useDataSource();
  const { namespace, name } = useParams<{ namespace: string; name: string }>();
  const { listHref } = usePages();
  return (
    <Page title="BackupStorage" back={listHref}>
      <CustomElement tag="backupstorage-detail" properties={{ dataSource, namespace, name, listHref }} />
    </Page>
  );
}

export function CreatePage() {
  const dataSource = useDataSource();
  const { namespace } = useNamespaceFilter();
  const { listHref, detailHref, toList, toDetail } = usePages();
  return (
    <Page title="New BackupStorage" back={listHref}>
      <CustomElement
        tag="backupstorage-create-form"
        properties={{ dataSource, namespace, detailHref }}
        on={{
          'backupstorage-created': ({ object: { metadata } }) =>
            toDetail(metadata?.namespace ?? '', metadata?.name ?? ''),
          'backupstorage-cancel': (event) => {
            if (event.dirty && !confirm('Leave and lose what you have entered?')) event.preventDefault();
            else toList();
          },
        }}
      />
    </Page>
  );
}
