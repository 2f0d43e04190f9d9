import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/locales/en-XA/index.js';
import { LAB_OBJECTS } from './support/lab-objects.js';
import { actor } from './support/play.js';
import './support/every-element.css';
import { sampleCluster, sampleNow } from './sample-cluster.js';

interface Args {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** What tells that the words of an element have come. */
  said: { list: string; detail: string; form: string; manifest: string };
}

/**
 * Every element in the languages that come with the library. An element speaks that of the nearest `lang`; the direction
 * is the page’s own, so whoever sets `lang="ar"` sets `dir="rtl"`.
 */
const meta: Meta<Args> = {
  title: 'Languages',
  tags: ['autodocs'],
  // Each is high: one beside the other is too much for one page.
  parameters: { docs: { story: { inline: false, height: '40rem' } } },
  args: { dir: 'ltr' },
  argTypes: { said: { table: { disable: true } } },
  render: ({ lang, dir }) => {
    const source = sampleCluster().dataSource();
    return html`<div class="every-element" lang=${lang} dir=${dir}>
      <backupstorage-list .dataSource=${source} .now=${sampleNow}></backupstorage-list>
      <backupstorage-detail
        .dataSource=${source}
        .now=${sampleNow}
        namespace="staging"
        name="minio-tls"
      ></backupstorage-detail>
      <backupstorage-create-form .dataSource=${source} .now=${sampleNow} namespace="demo"></backupstorage-create-form>
      <backupstorage-manifest-preview .dataSource=${source} .objects=${LAB_OBJECTS}></backupstorage-manifest-preview>
    </div>`;
  },
  play: async (stage) => {
    const { said } = stage.args;
    await actor('list').see(stage, said.list);
    await actor('detail').see(stage, said.detail);
    await actor('create-form').see(stage, said.form);
    await actor('manifest-preview').see(stage, said.manifest);
    await actor('manifest-preview').see(stage, 'kind: BackupStorage');
  },
};
export default meta;

type Story = StoryObj<Args>;

export const German: Story = {
  args: {
    lang: 'de',
    said: { list: 'Neue Instanz anlegen', detail: 'Allgemein', form: 'Anbieter wählen', manifest: 'Herunterladen' },
  },
};

/** From right to left. Names, paths and manifests keep their own direction. */
export const Arabic: Story = {
  args: {
    lang: 'ar',
    dir: 'rtl',
    said: { list: 'إنشاء مثيل جديد', detail: 'أساسي', form: 'اختر مزوّدًا', manifest: 'تنزيل' },
  },
};

// Unpictured are those for which the fonts of the pinned set-up have no letters: no picture would show a change of words.

export const Bengali: Story = {
  tags: ['unpictured'],
  args: {
    lang: 'bn',
    said: {
      list: 'নতুন ইনস্ট্যান্স তৈরি করুন',
      detail: 'সাধারণ',
      form: 'একটি প্রোভাইডার বেছে নিন',
      manifest: 'ডাউনলোড করুন',
    },
  },
};

export const Japanese: Story = {
  tags: ['unpictured'],
  args: {
    lang: 'ja',
    said: { list: '新規作成', detail: '基本', form: 'プロバイダーを選択', manifest: 'ダウンロード' },
  },
};

export const SimplifiedChinese: Story = {
  tags: ['unpictured'],
  args: { lang: 'zh-Hans', said: { list: '新建', detail: '基本', form: '选择', manifest: '下载' } },
};

/** Made of the English words: what reads as plain English here has not gone through the catalogue. */
export const Pseudo: Story = {
  args: {
    lang: 'en-XA',
    said: { list: 'Çŕéáţé Ñéŵ Îñšţáñçé', detail: 'Ɓášîç', form: 'Çĥóóšé á þŕóṽîðéŕ', manifest: 'Ðóŵñļóáð' },
  },
};
