#include "ui/printing/orderprinting.h"

#include "core/futures.h"
#include "payouts/draftcopies.h"
#include "ui/help/helplink.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/filefield.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

OrderPayer payerOf(const WindowFacts &facts)
{
    return {.name = facts.companyName,
            .inn = facts.companyInn,
            .kpp = facts.companyKpp,
            .bikOfAccount = facts.bikOfAccount,
            .realMoney = facts.environment == Environment::live};
}

} // namespace

OrderPrinting::OrderPrinting(PayoutDesk &desk, const Clock &clock, MainWindow &window, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_window(window)
{
    connect(&window, &MainWindow::orderPdfRequested, this, &OrderPrinting::choosePdf);
    connect(&window, &MainWindow::orderPrintRequested, this, &OrderPrinting::choosePrinter);
}

void OrderPrinting::withOrder(const PayoutId &id, std::function<void(const PaymentOrder &)> act)
{
    watch(m_desk.dossier(id), this, [this, act = std::move(act)](const Result<PayoutDossier> &dossier) {
        if (!dossier) return say(dossier.error());
        const auto content = askedOf(*dossier);
        if (!content) return say(content.error());
        const OrderPayer payer = payerOf(m_window.facts());
        // Only the bank is wanted of these checks.
        const PayoutDraft payersBank{.bik = payer.bikOfAccount.value(content->senderAccount)};
        act(paymentOrderOf(*dossier, *content, payer, m_desk.check(payersBank).bank, m_desk.check(*content).bank,
                           m_clock.now()));
    });
}

void OrderPrinting::choosePdf(const PayoutId &id)
{
    withOrder(id, [this, id](const PaymentOrder &order) {
        const QString name = tr("payment-order-%1").arg(order.number) + u".pdf"_s;
        QFileDialog *chooser = openSaveChooser(&m_window, tr("Save the payment order"), name);
        connect(chooser, &QFileDialog::fileSelected, this, [this, id](const QString &path) { writePdf(id, path); });
    });
}

void OrderPrinting::writePdf(const PayoutId &id, const QString &path)
{
    // Read anew: while a name was being chosen, the payout may have gone on.
    withOrder(id, [this, path](const PaymentOrder &order) {
        if (const auto written = writePaymentOrderPdf(path, order); !written) return say(written.error());
        m_window.tell(tr("The payment order was saved: %1").arg(visibleText(path)));
    });
}

void OrderPrinting::choosePrinter(const PayoutId &id)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    connect(dialog, &QDialog::accepted, this, [this, id, printer] {
        withOrder(id, [this, printer](const PaymentOrder &order) {
            printer->setDocName(tr("Payment order %1").arg(order.number));
            if (!printPaymentOrder(*printer, order)) return say({ErrorCode::fileUnwritable, {}});
            m_window.tell(tr("The payment order was handed to the printer."));
        });
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog uses it to its end
    dialog->open();
}

void OrderPrinting::say(const Error &error)
{
    auto *message =
        new QMessageBox(QMessageBox::Warning, tr("Payment order"),
                        tr("The payment order was not made. %1").arg(errorSentence(error)), QMessageBox::Ok, &m_window);
    addHelpLink(*message, helpTopicOf(error.code));
    message->setTextFormat(Qt::PlainText);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->open();
}

} // namespace countersign::ui
