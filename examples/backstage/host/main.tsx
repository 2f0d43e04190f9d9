// The plugin alone in an app, with the real client of Backstage's Kubernetes plugin; its backend is tools/examples.mjs.
import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/config';
import { createApp } from '@backstage/frontend-defaults';
import { ApiBlueprint, createFrontendModule, discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { KubernetesBackendClient, kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import ReactDOM from 'react-dom/client';
import backupStoragesPlugin from '../src';

const kubernetes = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'kubernetes',
      params: (define) =>
        define({
          api: kubernetesApiRef,
          deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
          factory: ({ discoveryApi, fetchApi }) =>
            new KubernetesBackendClient({
              discoveryApi,
              fetchApi,
              // Of the kinds that need no sign-in of the user.
              kubernetesAuthProvidersApi: {
                getCredentials: async () => ({}),
                decorateRequestBodyForAuth: async (_provider, body) => body,
              },
            }),
        }),
    }),
  ],
});

const config = new ConfigReader({
  app: { title: 'Backstage', baseUrl: window.location.origin },
  backend: { baseUrl: window.location.origin },
  backupstorages: { cluster: 'production' },
});

const app = createApp({
  features: [backupStoragesPlugin, kubernetes],
  advanced: { configLoader: async () => ({ config }) },
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
