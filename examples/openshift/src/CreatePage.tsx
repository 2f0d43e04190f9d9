import './theme';
import 'backupstorage-elements/define/backupstorage-create-form';
import { DocumentTitle, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { detailPath, listPath, useProject } from './addresses';
import { dataSource } from './cluster';
import { CustomElement } from './custom-element';

export default function CreatePage() {
  const [project] = useProject();
  const navigate = useNavigate();
  return (
    <>
      <DocumentTitle>Create BackupStorage</DocumentTitle>
      <ListPageHeader title="Create BackupStorage" hideFavoriteButton />
      <PageSection>
        <CustomElement
          tag="backupstorage-create-form"
          properties={{ dataSource, namespace: project }}
          on={{
            'backupstorage-created': ({ object: { metadata } }) =>
              navigate(detailPath(metadata?.namespace ?? '', metadata?.name ?? '')),
            'backupstorage-cancel': (event) => {
              if (event.dirty && !window.confirm('Leave and lose what you have entered?')) event.preventDefault();
              else navigate(listPath(project));
            },
          }}
        />
      </PageSection>
    </>
  );
}
