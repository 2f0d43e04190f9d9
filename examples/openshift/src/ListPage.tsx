import './theme';
import 'backupstorage-elements/define/backupstorage-list';
import { DocumentTitle, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { useHref, useNavigate } from 'react-router';
import { createPath, detailPath, listPath, useProject } from './addresses';
import { dataSource } from './cluster';
import { CustomElement } from './custom-element';

/** All storages of the project that is chosen in the console's bar, or of all projects. */
export default function ListPage() {
  const [project, setProject] = useProject();
  const navigate = useNavigate();
  // Real addresses, with the path that the console is served under: they open in a new tab, too.
  const detailHref = useHref(`${listPath('{namespace}')}/{name}`);
  const createHref = useHref(createPath(project));
  return (
    <>
      <DocumentTitle>BackupStorages</DocumentTitle>
      <ListPageHeader title="BackupStorages" />
      <PageSection>
        <CustomElement
          tag="backupstorage-list"
          properties={{ dataSource, namespace: project, detailHref, createHref }}
          on={{
            'backupstorage-select': (event) => {
              event.preventDefault();
              navigate(detailPath(event.namespace, event.name));
            },
            'backupstorage-create': (event) => {
              event.preventDefault();
              navigate(createPath(event.namespace));
            },
            'backupstorage-namespace-change': ({ namespace }) => {
              setProject(namespace);
              navigate(listPath(namespace));
            },
          }}
        />
      </PageSection>
    </>
  );
}
