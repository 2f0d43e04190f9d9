// A small console: the store of plugins, the module federation and the resolution of extensions are the SDK's own, the look
// is PatternFly's. Written here are the frame, the routes, and the few parts of the console that the SDK only refers to.
import '@patternfly/patternfly/patternfly.css';
import * as consoleSdk from '@openshift-console/dynamic-plugin-sdk';
import { PluginStore, PluginStoreProvider, useResolvedExtensions, type Extension } from '@openshift/dynamic-plugin-sdk';
import {
  Masthead,
  MastheadMain,
  Nav,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
} from '@patternfly/react-core';
import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes, useParams } from 'react-router';
import { NamespaceBar, ProjectProvider } from './console-parts';

declare const __webpack_init_sharing__: (scope: string) => Promise<void>;
declare const __webpack_share_scopes__: { default: object };

const MODEL = 'storage.kubestash.com~v1alpha1~BackupStorage';

interface PageExtension extends Extension {
  properties: { path: string | string[]; component: ComponentType<Record<string, unknown>> };
}
const ofType =
  (type: string) =>
  (extension: Extension): extension is PageExtension =>
    extension.type === type;
const isRoute = ofType('console.page/route');
const isList = ofType('console.page/resource/list');
const isDetails = ofType('console.page/resource/details');
const isNavItem = ofType('console.navigation/resource-ns');

function ResourcePage({ component: Component }: { component: ComponentType<Record<string, unknown>> }) {
  const { ns = '', name = '' } = useParams();
  return <Component namespace={ns} name={name} />;
}

function Console() {
  const [routes, loaded] = useResolvedExtensions(isRoute);
  const [lists, listsLoaded] = useResolvedExtensions(isList);
  const [details, detailsLoaded] = useResolvedExtensions(isDetails);
  const [items] = useResolvedExtensions(isNavItem);
  if (!loaded || !listsLoaded || !detailsLoaded) return null;
  const sidebar = (
    <PageSidebar>
      <PageSidebarBody>
        <Nav>
          <NavList>
            {items.map(({ uid, properties }) => (
              <NavItem key={uid} isActive>
                <Link to={`/k8s/all-namespaces/${MODEL}`}>
                  {String((properties as unknown as { name: string }).name)}
                </Link>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
  const masthead = (
    <Masthead>
      <MastheadMain>OpenShift plugin host</MastheadMain>
    </Masthead>
  );
  return (
    <Page masthead={masthead} sidebar={sidebar} isContentFilled>
      <NamespaceBar />
      <Suspense>
        <Routes>
          {routes.flatMap(({ uid, properties: { path, component: Component } }) =>
            [path].flat().map((one) => <Route key={uid + one} path={one} element={<Component />} />),
          )}
          {lists.flatMap(({ uid, properties: { component } }) =>
            ['/k8s/all-namespaces/', '/k8s/ns/:ns/'].map((base) => (
              <Route key={uid + base} path={base + MODEL} element={<ResourcePage component={component} />} />
            )),
          )}
          {details.map(({ uid, properties: { component } }) => (
            <Route key={uid} path={`/k8s/ns/:ns/${MODEL}/:name`} element={<ResourcePage component={component} />} />
          ))}
        </Routes>
      </Suspense>
    </Page>
  );
}

function App() {
  const [store, setStore] = useState<PluginStore>();
  useEffect(() => {
    void (async () => {
      await __webpack_init_sharing__('default');
      const made = new PluginStore({
        loaderOptions: {
          sharedScope: __webpack_share_scopes__.default as never,
          entryCallbackSettings: { name: '__load_plugin_entry__' },
          customDependencyResolutions: { '@console/pluginAPI': '4.22.0' },
        },
      });
      await made.loadPlugin('/api/plugins/backupstorages/plugin-manifest.json');
      made.enablePlugins(['backupstorages']);
      setStore(made);
    })();
  }, []);
  return store ? (
    <PluginStoreProvider store={store}>
      <BrowserRouter>
        <ProjectProvider>
          <Console />
        </ProjectProvider>
      </BrowserRouter>
    </PluginStoreProvider>
  ) : null;
}

// Used, or webpack would leave out what the plugin expects to be shared.
Object.assign(window, { consoleSdk });

createRoot(document.getElementById('root')!).render(<App />);
