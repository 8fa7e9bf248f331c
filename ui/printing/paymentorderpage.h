#pragma once

#include "ui/models/paymentorder.h"

#include <QPageSize>

class QPagedPaintDevice;
class QPainter;

namespace countersign::ui {

/// Paints the form into `painter` whose unit is a tenth of a millimetre and whose origin is the sheet's corner (A4,
/// portrait). Texts that are too long for their place are set smaller, never cut.
void paintPaymentOrder(QPainter &painter, const PaymentOrder &order);

/// One sheet on a printer or in a PDF; `title` is the job's or document's. False: the device can't be painted on.
[[nodiscard]] bool printPaymentOrder(QPagedPaintDevice &device, const PaymentOrder &order);

/// The same as a PDF file, whole or not at all. fileUnwritable.
[[nodiscard]] Result<> writePaymentOrderPdf(const QString &path, const PaymentOrder &order);

} // namespace countersign::ui
