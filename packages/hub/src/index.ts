export { openEmbedded, openServer, type Database, type DatabaseCaller, type Db, type Role } from './database.ts';
export { addFirstData, type FirstData } from './first-data/first-data.ts';
export { createHub, type HubOptions, type HubSettings } from './hub.ts';
export { Keys } from './keys.ts';
export { DataInUseError } from './lock.ts';
export type { LogLine } from './router.ts';
export { setUp } from './open.ts';
export { serve, type RunningHub } from './serve.ts';
export { readSettings, SettingsError, type Settings } from './settings.ts';
