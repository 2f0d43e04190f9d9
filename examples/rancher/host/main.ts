// As Rancher's dashboard loads an extension: Vue and its router are shared as globals, the extension's script is loaded,
// its function gets a plugin to register with, and what it registered is shown for the kind's routes.
import * as Vue from 'vue';
import * as VueRouter from 'vue-router';
import { createStore } from 'vuex';

type Loader = () => Promise<{ default: Vue.Component }>;
interface Child {
  type: string;
  label: string;
}
interface Group {
  label: string;
  sideMenu: { children: Child[] };
}

const VERSION = '0.1.0';
const KIND = 'storage.kubestash.com.backupstorage';
const registered: Record<string, Loader> = {};
const menu: Group[] = [];
const plugin = {
  metadata: {},
  register: (type: string, id: string, load: Loader) => void (registered[`${type}/${id}`] = load),
  extendProduct: (_product: string, groups: Group[]) => void menu.push(...groups),
};

Object.assign(window, { Vue, __vueRouter: VueRouter });

const page = (type: string) => async () => (await registered[`${type}/${KIND}`]!()).default;

/** Of the object in the URL, as much as Rancher's model of it gives to the page. */
const DetailPage = Vue.defineComponent({
  setup() {
    const { params } = VueRouter.useRoute();
    const detail = Vue.defineAsyncComponent(page('detail'));
    return () => Vue.h(detail, { value: { metadata: { namespace: params.namespace, name: params.id } } });
  },
});

const base = '/c/:cluster/:product/:resource';
const router = VueRouter.createRouter({
  history: VueRouter.createWebHistory(),
  routes: [
    { name: 'c-cluster-product-resource', path: base, component: page('list') },
    { name: 'c-cluster-product-resource-create', path: `${base}/create`, component: page('edit') },
    { name: 'c-cluster-product-resource-namespace-id', path: `${base}/:namespace/:id`, component: DetailPage },
  ],
});

const App = Vue.defineComponent({
  setup: () => ({ menu }),
  template: `
    <nav>
      <section v-for="group in menu" :key="group.label">
        <h4>{{ group.label }}</h4>
        <p v-for="child in group.sideMenu.children" :key="child.type">
          <router-link :to="'/c/local/explorer/' + child.type">{{ child.label }}</router-link>
        </p>
      </section>
    </nav>
    <main><router-view /></main>`,
});

const script = document.createElement('script');
const name = `backupstorages-${VERSION}`;
script.src = `/v1/uiplugins/${name}/${name}.umd.min.js`;
script.onload = () => {
  const library = (window as unknown as Record<string, { default: (to: typeof plugin) => void }>)[name]!;
  library.default(plugin);
  const theme = localStorage.getItem('theme') ?? 'light';
  document.body.className = `theme-${theme}`;
  Vue.createApp(App)
    .use(router)
    .use(createStore({ getters: { activeNamespaceCache: () => ({}) } }))
    .mount('#app');
};
document.head.append(script);
