/** What every journey begins and ends with: a served console, a browser, and a page that has said nothing. */
import { expect } from 'chai';
import { serve } from '../../tools/serve.mjs';
import { ENGINES, type Engine } from './engines.js';
import { User } from './user.js';

interface Journey {
  engine: Engine;
  user: User;
  /** The console's address with this fragment, its clock standing still. */
  at(hash: string): string;
}

/**
 * Tells the same story in each engine. One that is not there is skipped; in CI that is a failure, because nobody reads what
 * a green run has skipped.
 */
export function inEveryEngine(title: string, story: (journey: Journey, name: string) => void): void {
  for (const [name, start] of Object.entries(ENGINES))
    describe(`${title}, in ${name}`, function () {
      this.timeout(180_000);
      const journey = {} as Journey;
      let end = () => Promise.resolve();

      before(async function () {
        const starting = start();
        if (!starting) {
          const words = `${name} is neither installed nor can it be installed here: its journeys are SKIPPED.`;
          if (process.env['CI'] === 'true') throw new Error(words);
          console.warn(`\n*** ${words} ***\n`);
          this.skip();
        }
        const engine = await starting;
        const { server, url } = await serve(0);
        end = async () => {
          await engine.close();
          server.close();
        };
        Object.assign(journey, {
          engine,
          user: new User(engine),
          at: (hash: string) => `${url}?now=2026-08-20T12:00:00Z${hash}`,
        });
      });

      after(() => end());

      afterEach(async () => {
        expect(await journey.user.violations(), 'what the policy of the page has forbidden').to.deep.equal([]);
        expect(journey.engine.said?.splice(0) ?? [], 'what the console of the browser says').to.deep.equal([]);
        // The next story begins on a page of its own.
        await journey.engine.page.goto('about:blank');
      });

      story(journey, name);
    });
}
