#include "ui/printing/paymentorderpage.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

// Tenths of a millimetre. The columns are those of the form: 10.5 cm, 1.5 cm, 6.5 cm (ru-payments.md 7.2).
constexpr int sheetWidth = 2100;
constexpr int left = 125;
constexpr int right = left + 1850;
constexpr int labels = left + 1050;
constexpr int values = labels + 150;
constexpr int innerLabels = values + 250;
constexpr int innerValues = innerLabels + 170;
constexpr int framePadding = 12;
constexpr int lineWidth = 3;
constexpr int textSize = 34;  // about 9.5 points
constexpr int labelSize = 27; // about 7.5 points
constexpr int smallest = 14;
constexpr int unitsPerInch = 254;

/// Paints cells of the form; knows sizes and fonts, nothing of payments.
class FormPainter
{
public:
    explicit FormPainter(QPainter &painter) : m_painter(painter)
    {
        m_painter.setPen(QPen(Qt::black, lineWidth));
        m_font = QFont(u"Noto Sans"_s);
        m_font.setStyleHint(QFont::SansSerif);
    }

    void horizontal(int y, int from = left, int to = right) { m_painter.drawLine(from, y, to, y); }
    void vertical(int x, int from, int to) { m_painter.drawLine(x, from, x, to); }
    void box(const QRect &rect) { m_painter.drawRect(rect); }

    /// The text in its cell, wrapped, and set smaller until all of it is inside.
    void text(const QRect &cell, const QString &words, int size = textSize, int flags = Qt::AlignLeft | Qt::AlignTop,
              bool bold = false)
    {
        const QRect inside = cell.adjusted(framePadding, framePadding / 2, -framePadding, -framePadding / 2);
        const int wrapped = flags | Qt::TextWrapAnywhere;
        m_font.setBold(bold);
        for (int tried = size; tried >= smallest; --tried) {
            m_font.setPixelSize(tried);
            m_painter.setFont(m_font);
            const int wrap = QFontMetrics(m_font).horizontalAdvance(longestWord(words)) < inside.width()
                                 ? Qt::TextWordWrap
                                 : Qt::TextWrapAnywhere;
            const QRect needed = m_painter.boundingRect(inside, flags | wrap, words);
            if (inside.contains(needed) || tried == smallest) {
                m_painter.drawText(inside, tried == smallest ? wrapped | Qt::TextDontClip : flags | wrap, words);
                return;
            }
        }
    }
    void label(const QRect &cell, const QString &words) { text(cell, words, labelSize); }
    /// "ИНН 7701000019"
    void labelled(const QRect &cell, const QString &name, const QString &value)
    {
        label({cell.left(), cell.top(), 100, cell.height()}, name);
        text(cell.adjusted(100, 0, 0, 0), value);
    }

    /// Light letters across the sheet, under everything else: also a careless copy shows them.
    void across(const QString &words)
    {
        m_painter.save();
        m_painter.translate(sheetWidth / 2, 1050);
        m_painter.rotate(-32);
        m_painter.setPen(QColor(220, 220, 220));
        m_font.setBold(true);
        m_font.setPixelSize(190);
        m_painter.setFont(m_font);
        m_painter.drawText(QRect(-1200, -200, 2400, 400), Qt::AlignCenter, words);
        m_painter.restore();
    }

private:
    static QString longestWord(const QString &words)
    {
        QString longest;
        for (const QString &word : words.split(u' '))
            if (word.size() > longest.size()) longest = word;
        return longest;
    }

    QPainter &m_painter;
    QFont m_font;
};

/// Fields 62, 71 and 2; then 1, 3, 4, 5 and 101.
void paintHead(FormPainter &form, const PaymentOrder &order, int y)
{
    form.text({left, y, 420, 50}, QString(), textSize);
    form.horizontal(y + 55, left, left + 420);
    form.label({left, y + 58, 420, 50}, u"Поступ. в банк плат."_s);
    form.text({left + 480, y, 420, 50}, order.debited, textSize, Qt::AlignHCenter | Qt::AlignBottom);
    form.horizontal(y + 55, left + 480, left + 900);
    form.label({left + 480, y + 58, 420, 50}, u"Списано со сч. плат."_s);
    form.box({right - 250, y, 250, 60});
    form.text({right - 250, y, 250, 60}, u"0401060"_s, textSize, Qt::AlignCenter);

    const int second = y + 150;
    form.text({left, second - 20, 830, 80}, u"ПЛАТЕЖНОЕ ПОРУЧЕНИЕ № %1"_s.arg(order.number), 42,
              Qt::AlignLeft | Qt::AlignBottom, true);
    form.text({left + 880, second, 330, 55}, order.date, textSize, Qt::AlignHCenter | Qt::AlignBottom);
    form.horizontal(second + 58, left + 880, left + 1210);
    form.text({left + 880, second + 60, 330, 45}, u"Дата"_s, labelSize, Qt::AlignHCenter | Qt::AlignTop);
    form.text({left + 1280, second, 330, 55}, u"электронно"_s, textSize, Qt::AlignHCenter | Qt::AlignBottom);
    form.horizontal(second + 58, left + 1280, left + 1610);
    form.text({left + 1280, second + 60, 330, 45}, u"Вид платежа"_s, labelSize, Qt::AlignHCenter | Qt::AlignTop);
    form.box({right - 90, second, 90, 60});
}

/// Fields 6 and 7.
void paintWords(FormPainter &form, const PaymentOrder &order, int y)
{
    form.label({left, y, 190, 150}, u"Сумма прописью"_s);
    form.vertical(left + 190, y, y + 150);
    form.text({left + 190, y, right - left - 190, 150}, order.words);
    form.horizontal(y + 150);
}

void paintIds(FormPainter &form, const OrderParty &party, int y)
{
    form.labelled({left, y, 520, 60}, u"ИНН"_s, party.inn);
    form.labelled({left + 530, y, 520, 60}, u"КПП"_s, party.kpp);
    form.vertical(left + 525, y, y + 60);
    form.horizontal(y + 60, left, labels);
}

void paintName(FormPainter &form, const QString &name, const QString &label, int y, int height)
{
    form.text({left, y, labels - left, height - 45}, name);
    form.label({left, y + height - 45, labels - left, 45}, label);
    form.horizontal(y + height, left, labels);
}

void paintValue(FormPainter &form, const QString &label, const QString &value, int y, int height)
{
    form.label({labels, y, values - labels, height}, label);
    form.text({values, y, right - values, height}, value);
}

void paintBank(FormPainter &form, const OrderParty &party, const QString &label, int y)
{
    paintName(form, party.bank, label, y, 150);
    paintValue(form, u"БИК"_s, party.bik, y, 55);
    form.horizontal(y + 55, labels, values);
    paintValue(form, u"Сч. №"_s, party.correspondentAccount, y + 55, 95);
    form.horizontal(y + 150, labels, right);
}

/// Fields 18 to 23.
void paintCodes(FormPainter &form, const PaymentOrder &order, int y)
{
    struct Pair
    {
        QString leftLabel;
        QString leftValue;
        QString rightLabel;
        QString rightValue;
    };
    const QList<Pair> pairs{{u"Вид оп."_s, u"01"_s, u"Срок плат."_s, {}},
                            {u"Наз. пл."_s, order.incomeCode, u"Очер. плат."_s, order.priority},
                            {u"Код"_s, order.code, u"Рез. поле"_s, {}}};
    int top = y;
    for (const Pair &pair : pairs) {
        form.label({labels, top, values - labels, 65}, pair.leftLabel);
        form.text({values, top, innerLabels - values, 65}, pair.leftValue);
        form.label({innerLabels, top, innerValues - innerLabels, 65}, pair.rightLabel);
        form.text({innerValues, top, right - innerValues, 65}, pair.rightValue);
        form.horizontal(top + 65, labels, right);
        top += 65;
    }
    form.vertical(innerLabels, y, top);
    form.vertical(innerValues, y, top);
}

/// Fields 104 to 110: empty, for budget payments only.
void paintBudget(FormPainter &form, int y)
{
    int x = left;
    for (const int width : {350, 300, 150, 300, 350, 250}) {
        x += width;
        form.vertical(x, y, y + 60);
    }
    form.horizontal(y + 60);
}

void paintPurpose(FormPainter &form, const PaymentOrder &order, int y)
{
    form.text({left, y, right - left, 190}, order.purpose);
    form.label({left, y + 190, right - left, 45}, u"Назначение платежа"_s);
    form.horizontal(y + 240);
}

/// Field 45 holds what is known; no stamp or signature is pretended.
void paintMarks(FormPainter &form, const PaymentOrder &order, int y)
{
    form.label({left, y, 250, 50}, u"М.П."_s);
    form.label({left + 480, y, 400, 50}, u"Подписи"_s);
    form.text({left + 1050, y, 800, 50}, u"Отметки банка"_s, labelSize, Qt::AlignHCenter | Qt::AlignTop);
    form.box({left + 1000, y + 55, 850, 300});
    form.text({left + 1000, y + 60, 850, 290}, order.marks.join(u'\n'));
    form.text({left, y + 380, right - left, 60}, order.provenance, labelSize);
}

} // namespace

void paintPaymentOrder(QPainter &painter, const PaymentOrder &order)
{
    FormPainter form(painter);
    if (!order.warning.isEmpty()) {
        form.across(u"НЕ ПОДТВЕРЖДЕНИЕ"_s);
        painter.setPen(QPen(Qt::black, 3 * lineWidth));
        form.box({left, 90, right - left, 110});
        form.text({left, 90, right - left, 110}, order.warning, 44, Qt::AlignCenter, true);
        painter.setPen(QPen(Qt::black, lineWidth));
    }
    paintHead(form, order, 250);
    int y = 530;
    paintWords(form, order, y);
    y += 150;
    const int table = y;
    paintIds(form, order.payer, y);
    paintValue(form, u"Сумма"_s, order.figures, y, 110);
    form.horizontal(y + 110, labels, right);
    paintName(form, order.payer.name, u"Плательщик"_s, y + 60, 190);
    paintValue(form, u"Сч. №"_s, order.payer.account, y + 110, 140);
    form.horizontal(y + 250, labels, values);
    y += 250;
    paintBank(form, order.payer, u"Банк плательщика"_s, y);
    y += 150;
    paintBank(form, order.payee, u"Банк получателя"_s, y);
    y += 150;
    paintIds(form, order.payee, y);
    paintValue(form, u"Сч. №"_s, order.payee.account, y, 60);
    form.horizontal(y + 60, labels, right);
    paintName(form, order.payee.name, u"Получатель"_s, y + 60, 195);
    paintCodes(form, order, y + 60);
    y += 255;
    form.vertical(labels, table, y);
    form.vertical(values, table, y);
    form.horizontal(y);
    paintBudget(form, y);
    y += 60;
    paintPurpose(form, order, y);
    paintMarks(form, order, y + 270);
}

bool printPaymentOrder(QPagedPaintDevice &device, const PaymentOrder &order)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageOrientation(QPageLayout::Portrait);
    QPainter painter;
    if (!painter.begin(&device)) return false;
    // From the printable area's corner to the sheet's.
    const QMarginsF margins = device.pageLayout().margins(QPageLayout::Millimeter);
    painter.scale(static_cast<qreal>(device.logicalDpiX()) / unitsPerInch,
                  static_cast<qreal>(device.logicalDpiY()) / unitsPerInch);
    painter.translate(-margins.left() * 10, -margins.top() * 10);
    paintPaymentOrder(painter, order);
    return painter.end();
}

Result<> writePaymentOrderPdf(const QString &path, const PaymentOrder &order)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return fail(ErrorCode::fileUnwritable, file.errorString());
    bool printed = false;
    {
        QPdfWriter writer(&file);
        writer.setTitle(u"Платежное поручение № %1"_s.arg(order.number));
        writer.setCreator(u"Countersign"_s);
        printed = printPaymentOrder(writer, order);
    }
    if (!printed || !file.commit()) return fail(ErrorCode::fileUnwritable, file.errorString());
    return {};
}

} // namespace countersign::ui
