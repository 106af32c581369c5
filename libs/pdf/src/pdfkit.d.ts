import 'pdfkit';

/** What pdfkit 0.20 takes and its types, of 0.17, do not know. */
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** Which cells a table's header cell is the header of. */
      scope?: 'Column' | 'Row';
    }
    interface AnnotationOption {
      /** The Link element of the structure that the annotation belongs to. */
      structParent?: PDFKit.PDFStructureElement;
    }
  }
}
