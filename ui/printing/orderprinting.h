#pragma once

#include "ui/printing/paymentorderpage.h"
#include "ui/shell/mainwindow.h"

namespace countersign::ui {

/// Prints the payout that the main window asks for as a payment order, on paper or as a PDF.
class OrderPrinting final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    OrderPrinting(PayoutDesk &desk, const Clock &clock, MainWindow &window, QObject *parent = nullptr);

    /// Writes the file and says so in the window's bottom line; a problem is said in a message.
    void writePdf(const PayoutId &id, const QString &path);

private:
    void choosePdf(const PayoutId &id);
    void choosePrinter(const PayoutId &id);
    /// Reads the payout and hands its order over, or says why not.
    void withOrder(const PayoutId &id, std::function<void(const PaymentOrder &)> act);
    void say(const Error &error);

    PayoutDesk &m_desk;
    const Clock &m_clock;
    MainWindow &m_window;
};

} // namespace countersign::ui
