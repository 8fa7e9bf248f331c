#include "screens.h"
#include "support/naughtytexts.h"
#include "ui/help/helpopener.h"
#include "ui/settings/linesedit.h"
#include "ui/widgets/guardededit.h"
#include "ui/widgets/paragraphedit.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int quickEnoughMs = 5000; // against hanging, not for speed: the machine may be busy

QString described(const QWidget *widget)
{
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
}

/// What a screen reader says that it is: something one can do something with.
bool isOfUse(QAccessible::Role role)
{
    return role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Grouping &&
           role != QAccessible::Pane && role != QAccessible::Window;
}

/// The control as it is painted, with the edge around it.
QImage seen(const QWidget *control)
{
    QWidget *window = control->window();
    constexpr int edge = 3;
    const QRect around(control->mapTo(window, QPoint()), control->size());
    return window->grab(around.adjusted(-edge, -edge, edge, edge) & window->rect()).toImage();
}

int differentPixels(const QImage &one, const QImage &other)
{
    if (one.size() != other.size()) return one.width() * one.height();
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += one.pixel(x, y) != other.pixel(x, y);
    }
    return different;
}

/// By the keyboard, so that styles that hide the focus of the mouse show it.
void focusOn(QWidget *control)
{
    for (QWidget *parent = control->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent)) area->ensureWidgetVisible(control);
    }
    control->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
}

/// What F1 opens in that window. No `default`: a new window has to be thought of.
HelpTopic pageOf(Kind kind)
{
    switch (kind) {
    case Kind::form:
    case Kind::newRecipient: // but its question is about recipients, where one answers it
    case Kind::templates:
    case Kind::help:
        return HelpTopic::firstSteps;
    case Kind::main:
        return HelpTopic::states;
    case Kind::recipients:
        return HelpTopic::recipients;
    case Kind::sendDrafts:
    case Kind::groupConfirm:
        return HelpTopic::several;
    case Kind::exporting:
        return HelpTopic::exporting;
    case Kind::backup:
    case Kind::handOver:
    case Kind::restore:
    case Kind::bring:
    case Kind::report:
    case Kind::unlock:
        return HelpTopic::keys;
    case Kind::review:
        return HelpTopic::review;
    case Kind::freeze:
        return HelpTopic::unknown;
    case Kind::setup:
    case Kind::settings:
    case Kind::chooser:
        return HelpTopic::connecting;
    case Kind::directory:
    case Kind::poisoned:
        return HelpTopic::banks;
    case Kind::import:
    case Kind::columns:
    case Kind::rows:
        return HelpTopic::import;
    }
    return HelpTopic::firstSteps;
}

QStringList hostileTexts(Kind kind)
{
    QStringList texts =
        QStringList{QString(10'000'000, u'Ж'), u"a\u0301"_s.repeated(5000), u"\n\r\t\u2028"_s.repeated(1000)} +
        test::naughtyTexts();
    constexpr qsizetype some = 20;
    const bool all = kind == Kind::form || kind == Kind::review || kind == Kind::recipients || kind == Kind::templates;
    return all ? texts : texts.first(std::min(some, texts.size())); // the long list is for what is paid or kept
}

QString heldBy(const QWidget *field)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(field)) return edit->text();
    return qobject_cast<const QPlainTextEdit *>(field)->toPlainText();
}

/// What must not be lost. What stands between may be tidied on the way in: line breaks and tabs become spaces, what
/// only decorates digits goes, and a KPP is written in capitals.
QString lettersOf(QString text)
{
    return text.removeIf([](QChar c) { return !c.isLetterOrNumber(); }).toUpper();
}

/// Pastes over what the field holds, and listens to what it says about that.
class PastedField
{
public:
    explicit PastedField(QWidget *field) : m_field(field), m_before(heldBy(field))
    {
        const auto hear = [this]<class Edit>(Edit *edit) {
            if (edit) m_hearing = QObject::connect(edit, &Edit::refused, [this](const QString &why) { m_why = why; });
        };
        hear(qobject_cast<GuardedEdit *>(field));
        hear(qobject_cast<ParagraphEdit *>(field));
        hear(qobject_cast<LinesEdit *>(field));
    }
    ~PastedField() { QObject::disconnect(m_hearing); }
    PastedField(const PastedField &) = delete;
    PastedField &operator=(const PastedField &) = delete;

    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        m_field->setFocus();
        QTest::keySequence(m_field, QKeySequence::SelectAll);
        QTest::keySequence(m_field, QKeySequence::Paste);
    }
    /// The field holds it, or it is as before and a sentence says why. Others than those that refuse hold as much as
    /// they have room for: what is searched for.
    [[nodiscard]] bool holdsOrRefuses(const QString &text) const
    {
        const QString held = heldBy(m_field);
        if (!m_why.isEmpty() || text.isEmpty()) return held == m_before || (text.isEmpty() && held.isEmpty());
        if (const auto *edit = qobject_cast<const QLineEdit *>(m_field); edit && edit->maxLength() == held.size())
            return lettersOf(text).startsWith(lettersOf(held));
        return lettersOf(held) == lettersOf(text);
    }

private:
    QWidget *m_field;
    QString m_before;
    QString m_why;
    QMetaObject::Connection m_hearing;
};

} // namespace

/// What is true of every window: names, the way of the keyboard, and calm whatever is typed or pasted.
class TestUiEveryWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void everyControlHasAName_data() { windows(); }
    void everyControlHasAName()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        onEveryPage(scene, [&scene](int) {
            for (QWidget *widget : scene.usable()) {
                QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(spoken);
                QVERIFY2(!spoken->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(described(widget)));
            }
        });
    }

    void everyControlSaysWhatItIs_data() { windows(); }
    void everyControlSaysWhatItIs()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        onEveryPage(scene, [&scene](int) {
            for (QWidget *widget : scene.usable()) {
                if (widget->focusProxy()) continue; // what gets the focus says it
                const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
                const bool scrolls = qobject_cast<QScrollArea *>(widget); // so that what it holds can be read
                QVERIFY2(scrolls || isOfUse(spoken->role()), qPrintable(described(widget)));
                const QString more = spoken->text(QAccessible::Description);
                QVERIFY2(!Qt::mightBeRichText(more), qPrintable(more));
                if (!widget->toolTip().isEmpty()) QVERIFY2(!more.isEmpty(), qPrintable(described(widget)));
            }
        });
    }

    void theFocusIsSeen_data() { windows(); }
    void theFocusIsSeen()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        for (const Appearance appearance : {Appearance::dark, Appearance::light}) {
            applyTheme(*qApp, appearance);
            onEveryPage(scene, [&scene](int) {
                const auto controls = scene.usable();
                for (qsizetype i = 0; controls.size() > 1 && i < controls.size(); ++i) {
                    focusOn(controls[i]);
                    if (!controls[i]->hasFocus()) continue; // it hands the focus on
                    const QImage with = seen(controls[i]);
                    focusOn(controls[i > 0 ? i - 1 : controls.size() - 1]);
                    // A text cursor alone is a line of one pixel.
                    QVERIFY2(differentPixels(with, seen(controls[i])) > 30, qPrintable(described(controls[i])));
                }
            });
        }
    }

    void f1OpensAPageAboutTheWindow_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<HelpTopic>("topic");
        forEachWindow([](const char *name, Kind kind) { QTest::addRow("%s", name) << kind << pageOf(kind); });
    }
    void f1OpensAPageAboutTheWindow()
    {
        QFETCH(Kind, kind);
        QFETCH(HelpTopic, topic);
        const Scene scene(kind);
        HelpOpener opener;
        QWidget *focused = scene.window->focusWidget();
        QTest::keyClick(focused ? focused : scene.window.data(), Qt::Key_F1);
        QVERIFY(opener.window() && opener.window()->isVisible());
        QCOMPARE(helpTopicId(opener.window()->topic()), helpTopicId(topic));
    }

    void f1OpensTheBackupsWhereTheirRhythmIsSet()
    {
        const Scene scene(Kind::settings);
        HelpOpener opener;
        QTest::keyClick(scene.window->findChild<QWidget *>(u"backupRhythm"_s), Qt::Key_F1);
        QVERIFY(opener.window());
        QCOMPARE(helpTopicId(opener.window()->topic()), helpTopicId(HelpTopic::keys));
    }

    void everyLabelIsPlainText_data() { windows(); }
    void everyLabelIsPlainText()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        for (const QLabel *label : scene.window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }

    void tabReachesEveryControlAndComesBack_data() { windows(); }
    void tabReachesEveryControlAndComesBack()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        onEveryPage(scene, [&scene](int) {
            QSet<QWidget *> reached;
            const auto controls = scene.usable();
            for (qsizetype i = 0; i < 2 * controls.size() + 4; ++i) {
                QWidget *focused = scene.window->focusWidget();
                if (focused) reached.insert(focused);
                QTest::keyClick(focused ? focused : scene.window.data(), Qt::Key_Tab);
            }
            for (QWidget *control : controls) {
                const auto *radio = qobject_cast<QAbstractButton *>(control);
                if (radio && radio->autoExclusive() && !radio->isChecked()) continue; // arrows go there
                QVERIFY2(reached.contains(control) || reached.contains(control->focusProxy()),
                         qPrintable(described(control)));
            }
        });
    }

    void fortyEntersDoNothingByThemselves_data() { windows(); }
    void fortyEntersDoNothingByThemselves()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        for (int i = 0; i < 40 && scene.window; ++i) {
            QWidget *focused = scene.window->focusWidget();
            QTest::keyClick(focused ? focused : scene.window.data(), Qt::Key_Return);
        }
        for (const QString &act : scene.desk.acts)
            QVERIFY2(act.startsWith(u"openReview") || act.startsWith(u"saveDraft"), qPrintable(act));
    }

    void escLeavesOrAsksAndNeverActs_data() { windows(); }
    void escLeavesOrAsksAndNeverActs()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        for (int i = 0; i < 5 && scene.window && scene.window->isVisible(); ++i) {
            QWidget *focused = scene.window->focusWidget();
            QTest::keyClick(focused ? focused : scene.window.data(), Qt::Key_Escape);
            QCoreApplication::processEvents();
        }
        for (const QString &act : scene.desk.acts)
            QVERIFY2(act.startsWith(u"openReview"), qPrintable(act));
        QVERIFY(scene.imports.orders.isEmpty());
        const bool stays = kind == Kind::main || kind == Kind::freeze;
        QCOMPARE(scene.window && scene.window->isVisible(), stays);
    }

    void hostileTextIsOnlyTextInEveryField_data() { windows(); }
    void hostileTextIsOnlyTextInEveryField()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        const QStringList texts = hostileTexts(kind);
        onEveryPage(scene, [&](int) {
            QList<QWidget *> fields;
            for (QLineEdit *edit : scene.usable<QLineEdit>())
                if (!edit->isReadOnly()) fields += edit;
            for (QPlainTextEdit *edit : scene.usable<QPlainTextEdit>())
                if (!edit->isReadOnly()) fields += edit;
            for (QWidget *field : fields) {
                QElapsedTimer time;
                for (const QString &text : texts) {
                    const PastedField pasted(field);
                    time.start();
                    pasted.paste(text);
                    QVERIFY2(time.elapsed() < quickEnoughMs, qPrintable(described(field)));
                    QVERIFY2(pasted.holdsOrRefuses(text), qPrintable(described(field) + u": "_s + text.left(60) +
                                                                     u" became "_s + heldBy(field).left(60)));
                }
            }
            for (const QLabel *label : scene.window->findChildren<QLabel *>())
                QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        });
        for (const QString &act : scene.desk.acts)
            QVERIFY2(act.startsWith(u"openReview") || act.startsWith(u"saveDraft"), qPrintable(act));
    }
};

QTEST_MAIN(TestUiEveryWindow)
#include "tst_ui_everywindow.moc"
