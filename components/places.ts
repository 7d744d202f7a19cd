import { lazily } from './lazily.tsx';

// The places of the full tab beside the papers, each loaded when it is visited.
export const BackupPlace = lazily(async () => (await import('./BackupPlace.tsx')).BackupPlace);
export const HistoryPlace = lazily(async () => (await import('./HistoryPlace.tsx')).HistoryPlace);
export const SettingsPlace = lazily(async () => (await import('./SettingsPlace.tsx')).SettingsPlace);
export const StoragePlace = lazily(async () => (await import('./StoragePlace.tsx')).StoragePlace);
export const SitesPlace = lazily(async () => (await import('./SitesPlace.tsx')).SitesPlace);
export const WeeklyPlace = lazily(async () => (await import('./WeeklyPlace.tsx')).WeeklyPlace);
