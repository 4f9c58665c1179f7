import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPath } from './browser.ts';

/*
 * Runs web-test-runner on WebKitGTK, the engine nearest to Safari that Linux has, through plain W3C WebDriver:
 * the runner's own launchers either download a browser or bring some two hundred packages.
 */

/** WebDriver's names of keys: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys = {
  Alt: '\ue00a',
  ArrowDown: '\ue015',
  ArrowLeft: '\ue012',
  ArrowRight: '\ue014',
  ArrowUp: '\ue013',
  Backspace: '\ue003',
  Control: '\ue009',
  Delete: '\ue017',
  End: '\ue010',
  Enter: '\ue007',
  Escape: '\ue00c',
  Home: '\ue011',
  Meta: '\ue03d',
  PageDown: '\ue00f',
  PageUp: '\ue00e',
  Shift: '\ue008',
  Space: ' ',
  Tab: '\ue004',
};
const buttons = { left: 0, middle: 1, right: 2 };

/** True where the driver, its browser and a display are installed. */
export function haveWebKit() {
  const haveDisplay = process.env.DISPLAY !== undefined || onPath('Xvfb') !== undefined;
  return onPath('WebKitWebDriver') !== undefined && miniBrowser() !== undefined && haveDisplay;
}

/** A launcher with one window: give it one page at a time. */
export function webkitLauncher() {
  const driver = new Driver();
  const page = new Page(driver);
  let active;
  return {
    name: 'WebKit',
    // The kind whose pages have the few methods that `Page` has too.
    type: 'playwright',
    concurrency: 1,
    getPage: () => page,
    isActive: id => active?.id === id,
    getBrowserUrl: () => active?.url,
    async initialize() {},
    async startSession(id, url) {
      await driver.start();
      active = { id, url };
      await driver.call('POST', '/url', { url });
    },
    async stopSession() {
      active = undefined;
      await driver.call('POST', '/url', { url: 'about:blank' });
      return { errors: [] };
    },
    stop: () => driver.stop(),
  };
}

/** One WebDriver session, with the processes that it needs. */
class Driver {
  #children = [];
  #address;
  #session;

  async start() {
    if (this.#session) return;
    process.once('exit', () => this.#kill());
    const display = process.env.DISPLAY ?? (await this.#startDisplay());
    const port = await freePort();
    this.#spawn('WebKitWebDriver', ['-p', String(port)], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        // No graphics card is needed, and none is asked for.
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    });
    this.#address = `http://127.0.0.1:${port}`;
    await this.#answers();
    const options = { binary: miniBrowser(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await this.#send('POST', '/session', { capabilities });
    this.#session = sessionId;
  }

  /** Sends a command of the session. */
  call(method, path, body) {
    return this.#send(method, `/session/${this.#session}${path}`, body);
  }

  async stop() {
    try {
      if (this.#session) await this.call('DELETE', '');
    } catch {
      // The browser has ended by itself; its processes are ended below all the same.
    }
    this.#session = undefined;
    this.#kill();
  }

  async #send(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** Waits until the driver answers, which takes it some tenths of a second. */
  async #answers() {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#send('GET', '/status');
      } catch (error) {
        if (attempt > 100) throw error;
        await sleep(100);
      }
    }
  }

  /** Starts a screen in memory, which chooses a free number by itself and tells it on its fourth channel. */
  #startDisplay() {
    const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
    const screen = this.#spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    return new Promise((resolve, reject) => {
      screen.stdio[3].once('data', number => resolve(`:${String(number).trim()}`));
      screen.once('exit', status => reject(new Error(`Xvfb ended with ${status}`)));
    });
  }

  #spawn(...command) {
    const child = spawn(...command);
    this.#children.push(child);
    return child;
  }

  #kill() {
    for (const child of this.#children.splice(0)) child.kill();
  }
}

/** What @web/test-runner-commands calls: keys, the mouse and the size of the window. */
class Page {
  #driver;

  keyboard = {
    type: text => this.#keys([...text].flatMap(value => [down(value), up(value)])),
    press: name => this.#keys([down(key(name)), up(key(name))]),
    down: name => this.#keys([down(key(name))]),
    up: name => this.#keys([up(key(name))]),
  };

  mouse = {
    move: (x, y) => this.#mouse([move(x, y)]),
    click: (x, y, options) => this.#mouse([move(x, y), button('pointerDown', options), button('pointerUp', options)]),
    down: options => this.#mouse([button('pointerDown', options)]),
    up: options => this.#mouse([button('pointerUp', options)]),
  };

  constructor(driver) {
    this.#driver = driver;
  }

  /** Sizes the window until what is inside its frame has the size asked for. */
  async setViewportSize({ width, height }) {
    let frame = { width: 0, height: 0 };
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await this.#driver.call('POST', '/window/rect', { width: width + frame.width, height: height + frame.height });
      await sleep(100);
      const script = 'return [innerWidth, innerHeight]';
      const [innerWidth, innerHeight] = await this.#driver.call('POST', '/execute/sync', { script, args: [] });
      if (innerWidth === width && innerHeight === height) return;
      frame = { width: frame.width + width - innerWidth, height: frame.height + height - innerHeight };
    }
    throw new Error(`WebKit's window cannot be ${width} by ${height}: test a narrow layout in a narrow element`);
  }

  #keys(actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #mouse(actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  #act(source) {
    return this.#driver.call('POST', '/actions', { actions: [source] });
  }
}

const key = name => keys[name] ?? name;
const down = value => ({ type: 'keyDown', value });
const up = value => ({ type: 'keyUp', value });
const move = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
const button = (type, options) => ({ type, button: buttons[options?.button ?? 'left'] });

function miniBrowser() {
  return process.env.MINIBROWSER_PATH ?? globSync('/usr/lib/*/webkit2gtk-4.[01]/MiniBrowser').sort().at(-1);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
