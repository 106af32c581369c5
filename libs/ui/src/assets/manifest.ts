import { z } from 'zod';

/** The files that pages of any service may need, by what they are for. */
export const uiAssetRoles = ['stylesheet', 'forms', 'progress', 'countdown', 'favicon'] as const;
export type UiAssetRole = (typeof uiAssetRoles)[number];

/** `manifest.json` beside the built files: which file serves which purpose. */
export const manifestSchema = z.object({
  files: z.array(
    z.object({
      role: z.enum(uiAssetRoles),
      /** `ui-<hash of the content>.css`: a changed file has another name. */
      name: z.string().regex(/^[a-z]+-[\da-f]{12}\.[a-z]+$/),
      contentType: z.string(),
    }),
  ),
});

export type UiManifest = z.infer<typeof manifestSchema>;
