import { CertificatesController } from './api/certificates.controller.js';
import { IssueCertificates } from './issue-certificates.js';
import { IssueDueCertificates } from './issue-certificates.schedule.js';
import { CertificatesPage } from './pages/certificates.page.js';
import { OwnCertificatePage } from './pages/own-certificate.page.js';
import { VerifyPage } from './pages/verify.page.js';
import { ReadCertificates } from './read-certificates.js';
import { WithdrawCertificate } from './withdraw-certificate.js';

export const certificatePages = [CertificatesPage, OwnCertificatePage, VerifyPage, CertificatesController];

export const certificateProviders = [IssueCertificates, ReadCertificates, WithdrawCertificate];

export const certificateSchedules = [IssueDueCertificates];
