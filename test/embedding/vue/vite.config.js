import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('backupstorage-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
