import './theme';
import 'backupstorage-elements/define/backupstorage-detail';
import { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { useHref, useNavigate } from 'react-router';
import { listPath } from './addresses';
import { dataSource } from './cluster';
import { CustomElement } from './custom-element';

/** What the console gives to the details page of a resource. */
interface DetailsPageProps {
  namespace: string;
  name: string;
}

export default function DetailsPage({ namespace, name }: DetailsPageProps) {
  const navigate = useNavigate();
  const listHref = useHref(listPath(namespace));
  return (
    <>
      <DocumentTitle>{name}</DocumentTitle>
      <PageSection>
        <CustomElement
          tag="backupstorage-detail"
          properties={{ dataSource, namespace, name, listHref }}
          on={{ 'backupstorage-deleted': () => navigate(listPath(namespace)) }}
        />
      </PageSection>
    </>
  );
}
