import { z } from 'zod';

const about = {
  number: z.string(),
  holds: z.boolean().meta({ description: 'False once it was withdrawn.' }),
  name: z.string(),
  organisation: z.string(),
  visit: z.strictObject({ id: z.uuid(), title: z.string(), firstDay: z.string(), lastDay: z.string() }),
  days: z.int(),
  minutes: z.int().meta({ description: 'At hosts and in sessions.' }),
  issuedAt: z.string(),
};

export const certificateOutput = z.strictObject(about).meta({ id: 'AttendanceCertificate' });

export const staffCertificateOutput = z
  .strictObject({
    ...about,
    id: z.uuid().meta({ description: 'The traveller whose it is.' }),
    withdrawnWhy: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'StaffAttendanceCertificate' });

export const certificatesOutput = z
  .strictObject({ items: z.array(staffCertificateOutput) })
  .meta({ id: 'AttendanceCertificates' });

export const withdrawalInput = z.strictObject({ why: z.string() }).meta({ id: 'CertificateWithdrawal' });
