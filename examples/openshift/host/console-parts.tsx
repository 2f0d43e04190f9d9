// The parts of the console that the SDK refers to as `@console/...`: only what the plugin uses, as plain as can be.
import { MenuToggle, PageSection, Select, SelectList, SelectOption, Title } from '@patternfly/react-core';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';

const ALL = '#ALL_NS#';
const PROJECTS = ['analytics', 'backup-system', 'demo', 'edge', 'prod', 'staging'];

const Project = createContext<[string, (project: string) => void]>([ALL, () => undefined]);

/** The project follows the address, as it does in the console. */
export function ProjectProvider({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [project, setProject] = useState(ALL);
  const [, inPath] = /^\/k8s\/ns\/([^/]+)/.exec(pathname) ?? [];
  const isAll = pathname.startsWith('/k8s/all-namespaces');
  useEffect(() => {
    if (inPath) setProject(inPath);
    else if (isAll) setProject(ALL);
  }, [inPath, isAll]);
  return <Project.Provider value={[project, setProject]}>{children}</Project.Provider>;
}

/** `@console/shared/src/hooks/useActiveNamespace` */
export const useActiveNamespace = () => useContext(Project);

/** `@console/internal/components/namespace-bar` */
export function NamespaceBar() {
  const [project] = useActiveNamespace();
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [model] = /[^/]*~[^/]*/.exec(pathname) ?? [''];
  const choose = (chosen: string) => {
    setOpen(false);
    navigate(chosen === ALL ? `/k8s/all-namespaces/${model}` : `/k8s/ns/${chosen}/${model}`);
  };
  return (
    <PageSection type="subnav">
      <Select
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={(_event, chosen) => choose(String(chosen))}
        toggle={(ref) => (
          <MenuToggle ref={ref} onClick={() => setOpen(!isOpen)} variant="plainText">
            Project: {project === ALL ? 'All Projects' : project}
          </MenuToggle>
        )}
      >
        <SelectList>
          {[ALL, ...PROJECTS].map((one) => (
            <SelectOption key={one} value={one}>
              {one === ALL ? 'All Projects' : one}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </PageSection>
  );
}

/** `@console/internal/components/factory/ListPage/ListPageHeader` */
export default function ListPageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <PageSection>
      <Title headingLevel="h1">{title}</Title>
      {children}
    </PageSection>
  );
}

/** `@console/shared/src/components/document-title/DocumentTitle` */
export function DocumentTitle({ children }: { children: string }) {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return null;
}

class HttpError extends Error {
  constructor(
    message: string,
    readonly code: number,
    readonly response: Response,
    readonly json?: unknown,
  ) {
    super(message);
  }
}

/** `@console/shared/src/utils/console-fetch`: adds the token against CSRF, and throws refusals. */
export async function coFetch(url: string, options: RequestInit = {}): Promise<Response> {
  const headers = { ...(options.headers as Record<string, string>) };
  const [, token = ''] = /csrf-token=([^;]*)/.exec(document.cookie) ?? [];
  if (options.method !== 'GET') headers['X-CSRFToken'] = token;
  const response = await fetch(url, { ...options, headers });
  if (response.ok) return response;
  const json = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined;
  throw new HttpError(json?.message ?? response.statusText, response.status, response, json);
}
