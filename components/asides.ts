import { lazily } from './lazily.tsx';

// What a popup seldom opens with.
export const Banners = lazily(async () => (await import('./Banners.tsx')).Banners);
export const EmptyState = lazily(async () => (await import('./EmptyState.tsx')).EmptyState);
export const ErrorState = lazily(async () => (await import('./ErrorState.tsx')).ErrorState);
export const FilterBar = lazily(async () => (await import('./FilterBar.tsx')).FilterBar);
export const ListFailure = lazily(async () => (await import('./ListFailure.tsx')).ListFailure);
export const Overlays = lazily(async () => (await import('./Overlays.tsx')).Overlays);
export const PaperDetail = lazily(async () => (await import('./PaperDetail.tsx')).PaperDetail);
export const PaperSnippet = lazily(async () => (await import('./PaperSnippet.tsx')).PaperSnippet);
export const PickedBar = lazily(async () => (await import('./PickedBar.tsx')).PickedBar);
export const SearchGaps = lazily(async () => (await import('./SearchGaps.tsx')).SearchGaps);
export const SiteLine = lazily(async () => (await import('./SiteLine.tsx')).SiteLine);
export const Toast = lazily(async () => (await import('./Toast.tsx')).Toast);
