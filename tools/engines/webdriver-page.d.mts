export class WebDriverPage {
  readonly version: string;
  goto(url: string): Promise<unknown>;
  url(): Promise<string>;
  /** An expression, or a function, which is sent as text. */
  evaluate(run: string | ((...args: never[]) => unknown), ...args: unknown[]): Promise<unknown>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  keyboard: Record<'type' | 'press' | 'down' | 'up', (keys: string) => Promise<unknown>>;
  mouse: {
    move(x: number, y: number): Promise<unknown>;
    click(x: number, y: number, options?: { button?: 'left' | 'middle' | 'right' }): Promise<unknown>;
    down(options?: { button?: 'left' | 'middle' | 'right' }): Promise<unknown>;
    up(options?: { button?: 'left' | 'middle' | 'right' }): Promise<unknown>;
    reset(): Promise<unknown>;
  };
  close(): Promise<unknown>;
}
