<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>countersign::ui::AccountList</name>
    <message>
        <source>&amp;Add an account</source>
        <translation>Добавить с&amp;чёт</translation>
    </message>
    <message>
        <source>Settlement accounts</source>
        <translation>Расчётные счета</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Main account</source>
        <translation>Основной счёт</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Номер счёта</translation>
    </message>
    <message>
        <source>BIK, your own label</source>
        <translation>БИК, своё название</translation>
    </message>
    <message>
        <source>Number of account %1</source>
        <translation>Номер счёта %1</translation>
    </message>
    <message>
        <source>BIK of account %1</source>
        <translation>БИК счёта %1</translation>
    </message>
    <message>
        <source>Own word for account %1</source>
        <translation>Своё название счёта %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::AdvancedPage</name>
    <message>
        <source>Advanced</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>Nearly everybody leaves this page as it is.</source>
        <translation>Почти никому не нужно менять эту страницу.</translation>
    </message>
    <message>
        <source>The bank&apos;s server</source>
        <translation>Сервер банка</translation>
    </message>
    <message>
        <source>Server &amp;keys</source>
        <translation>&amp;Ключи сервера</translation>
    </message>
    <message>
        <source>SHA-256 fingerprints of the keys that the bank&apos;s server may show, one a line, at least two. Nothing is sent to a server with another key, whatever certificate it has. Empty: the usual checks alone.</source>
        <translation>Отпечатки SHA-256 ключей, которые может предъявить сервер банка: по одному в строке, не меньше двух. Серверу с другим ключом ничего не отправляется, какой бы сертификат у него ни был. Пусто — только обычные проверки.</translation>
    </message>
    <message>
        <source>Payer&apos;s &amp;identifier</source>
        <translation>Идентификатор п&amp;лательщика</translation>
    </message>
    <message>
        <source>Only for financial institutions that are not residents of Russia: the bank&apos;s identifier of the legal entity that pays. It goes out with every request.</source>
        <translation>Только для финансовых организаций — нерезидентов России: идентификатор юридического лица, которое платит, выданный банком. Он уходит с каждым запросом.</translation>
    </message>
    <message>
        <source>Re&amp;quests at once</source>
        <translation>&amp;Запросов сразу</translation>
    </message>
    <message>
        <source>How many payouts may have a request on its way to the bank. One payout never has more than one.</source>
        <translation>У скольких выплат запрос может одновременно быть на пути в банк. У одной выплаты их никогда не больше одного.</translation>
    </message>
    <message>
        <source>The receiver of webhooks</source>
        <translation>Приёмник уведомлений банка</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>Соедине&amp;ний</translation>
    </message>
    <message>
        <source>At once; what comes beyond is closed unanswered, and the bank sends again.</source>
        <translation>Одновременно; лишние закрываются без ответа, и банк отправляет уведомление ещё раз.</translation>
    </message>
    <message>
        <source>Of one &amp;address</source>
        <translation>С одного &amp;адреса</translation>
    </message>
    <message>
        <source>At once. Lower it where no proxy of your company&apos;s stands in front.</source>
        <translation>Одновременно. Уменьшите, если перед программой нет прокси вашей компании.</translation>
    </message>
    <message>
        <source>Of all addresses together; what comes beyond is asked to come again later.</source>
        <translation>Со всех адресов вместе; на лишние программа отвечает просьбой прислать их позже.</translation>
    </message>
    <message>
        <source>Req&amp;uests a second</source>
        <translation>За&amp;просов в секунду</translation>
    </message>
</context>
<context>
    <name>countersign::ui::AlarmWords</name>
    <message>
        <source>Two final results for one payout</source>
        <translation>Два окончательных исхода одной выплаты</translation>
    </message>
    <message>
        <source>The bank has reported two results that exclude each other. Call the bank and ask which one holds; do not pay again before.</source>
        <translation>Банк сообщил два исхода, которые исключают друг друга. Позвоните в банк и узнайте, какой верен; до этого не платите снова.</translation>
    </message>
    <message>
        <source>Paid without our confirmation</source>
        <translation>Исполнено без нашего подтверждения</translation>
    </message>
    <message>
        <source>The bank paid before anybody here confirmed. Automatic confirmation may be switched on for the project: ask the bank.</source>
        <translation>Банк заплатил раньше, чем здесь кто-либо подтвердил. Возможно, для проекта включено автоматическое подтверждение: спросите банк.</translation>
    </message>
    <message>
        <source>Somebody else confirmed or paid</source>
        <translation>Подтвердил или заплатил кто-то другой</translation>
    </message>
    <message>
        <source>The payout went on although nobody here confirmed it. Ask who else has the key, and call the bank.</source>
        <translation>Выплата пошла дальше, хотя здесь её никто не подтверждал. Выясните, у кого ещё есть ключ, и позвоните в банк.</translation>
    </message>
    <message>
        <source>Two payouts in one session</source>
        <translation>Две выплаты в одной сессии</translation>
    </message>
    <message>
        <source>The bank holds two payouts in one session. Cancel the session, or call the bank.</source>
        <translation>В одной сессии у банка две выплаты. Отмените сессию или позвоните в банк.</translation>
    </message>
    <message>
        <source>A session that was given up became ready</source>
        <translation>Оставленная сессия стала готова</translation>
    </message>
    <message>
        <source>The program cancels that session by itself, and sends the payout to the bank again only after the bank has said that it is cancelled.</source>
        <translation>Программа сама отменит эту сессию и отправит выплату в банк ещё раз только после того, как банк сообщит об отмене.</translation>
    </message>
    <message>
        <source>A session that was given up has paid</source>
        <translation>Оставленная сессия исполнена</translation>
    </message>
    <message>
        <source>This payout may have been paid twice. Call the bank at once.</source>
        <translation>Эта выплата могла быть исполнена дважды. Сейчас же позвоните в банк.</translation>
    </message>
    <message>
        <source>Something happened that has no rule</source>
        <translation>Произошло то, для чего нет правила</translation>
    </message>
    <message>
        <source>The message is kept and nothing was changed. Compare with the bank&apos;s own list of payouts.</source>
        <translation>Сообщение сохранено, ничего не изменено. Сверьтесь со списком выплат в самом банке.</translation>
    </message>
    <message>
        <source>A signed message about a session that is not ours</source>
        <translation>Подписанное сообщение о сессии, которая не наша</translation>
    </message>
    <message>
        <source>Ask who else uses this project at the bank.</source>
        <translation>Узнайте в банке, кто ещё пользуется этим проектом.</translation>
    </message>
    <message>
        <source>A signed message that can&apos;t be read</source>
        <translation>Подписанное сообщение, которое не прочитать</translation>
    </message>
    <message>
        <source>The message is kept as it came. Ask the bank about it.</source>
        <translation>Сообщение сохранено таким, каким пришло. Спросите о нём банк.</translation>
    </message>
    <message>
        <source>The send journal knows more than the data</source>
        <translation>В журнале отправки больше, чем в данных</translation>
    </message>
    <message>
        <source>The data may come from an old backup. The bank is asked about every session that the journal names. When the freeze is lifted, payouts that wait to be sent become drafts again: compare each with the bank&apos;s own list before you send it.</source>
        <translation>Возможно, данные взяты из старой копии. Банк опрашивается о каждой сессии, названной в журнале. Когда отправку возобновят, выплаты, которые ждут отправки, снова станут черновиками: сверьте каждую со списком в самом банке, прежде чем отправлять.</translation>
    </message>
    <message>
        <source>The record of what happened was altered</source>
        <translation>Журнал действий изменён</translation>
    </message>
    <message>
        <source>Keep the data as they are and compare with a backup.</source>
        <translation>Не трогайте данные и сравните их с резервной копией.</translation>
    </message>
    <message>
        <source>The data could not be written</source>
        <translation>Данные не удалось записать</translation>
    </message>
    <message>
        <source>Nothing is sent any more. Free space on the disk and restart the program.</source>
        <translation>Больше ничего не отправляется. Освободите место на диске и перезапустите программу.</translation>
    </message>
    <message>
        <source>The bank says that session %1 holds no payout.</source>
        <translation>Банк сообщает, что в сессии %1 нет выплаты.</translation>
    </message>
    <message>
        <source>The bank says that it works on the payout of session %1.</source>
        <translation>Банк сообщает, что работает над выплатой сессии %1.</translation>
    </message>
    <message>
        <source>The bank says that session %1 waits for a confirmation.</source>
        <translation>Банк сообщает, что сессия %1 ждёт подтверждения.</translation>
    </message>
    <message>
        <source>The bank says that session %1 has paid.</source>
        <translation>Банк сообщает, что выплата сессии %1 исполнена.</translation>
    </message>
    <message>
        <source>The bank says that the payout of session %1 has failed.</source>
        <translation>Банк сообщает, что выплата сессии %1 не исполнена.</translation>
    </message>
    <message>
        <source>The bank says that session %1 is cancelled.</source>
        <translation>Банк сообщает, что сессия %1 отменена.</translation>
    </message>
    <message>
        <source>The bank says that the money of session %1 came back.</source>
        <translation>Банк сообщает, что деньги сессии %1 вернулись.</translation>
    </message>
    <message>
        <source>The bank says that session %1 has an error, which is not final.</source>
        <translation>Банк сообщает, что в сессии %1 ошибка, и она не окончательная.</translation>
    </message>
    <message>
        <source>The bank says that session %1 holds more than one payout.</source>
        <translation>Банк сообщает, что в сессии %1 больше одной выплаты.</translation>
    </message>
    <message>
        <source>The bank does not know session %1.</source>
        <translation>Банк не знает сессию %1.</translation>
    </message>
    <message>
        <source>%1 froze it.</source>
        <translation>Кто остановил: %1.</translation>
    </message>
    <message>
        <source>%1 froze it: “%2”.</source>
        <translation>Кто остановил: %1. Причина: «%2».</translation>
    </message>
    <message>
        <source>The data were restored from a backup: what happened after it was made is not known here. Unlock the key and wait until the bank has been asked. Compare the payouts with the bank&apos;s statement since the backup. What waited to be sent is a draft again; send it only if the statement does not show it as paid.</source>
        <translation>Данные восстановлены из резервной копии: что было после её создания, здесь неизвестно. Разблокируйте ключ и дождитесь, пока банк будет опрошен. Сверьте выплаты с выпиской банка со времени копии. То, что ждало отправки, снова стало черновиком; отправляйте его, только если в выписке нет такого платежа.</translation>
    </message>
    <message>
        <source>This profile was brought from another computer. Make sure that nobody pays with it there any more: two computers do not know of each other&apos;s payouts. Unlock the key, compare the payouts with the bank&apos;s statement, and only then lift the freeze.</source>
        <translation>Этот профиль перенесён с другого компьютера. Убедитесь, что там по нему больше никто не платит: два компьютера не знают о выплатах друг друга. Разблокируйте ключ, сверьте выплаты с выпиской банка и только после этого возобновите отправку.</translation>
    </message>
    <message>
        <source>Its cancellation has left before, and can&apos;t be sent again as it was: the bank&apos;s answer is another one now. Ask the bank to cancel session %1.</source>
        <translation>Отмена этой сессии уже уходила, и повторить её в том же виде нельзя: ответ банка теперь другой. Попросите банк отменить сессию %1.</translation>
    </message>
    <message>
        <source>Sending is frozen.</source>
        <translation>Отправка остановлена.</translation>
    </message>
    <message>
        <source>Sending is frozen since %1.</source>
        <translation>Отправка остановлена с %1.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BackupBar</name>
    <message>
        <source>Back up now…</source>
        <translation>Создать копию сейчас…</translation>
    </message>
    <message>
        <source>The last backup is of %1.</source>
        <translation>Последняя копия создана: %1.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Резервных копий ещё нет.</translation>
    </message>
    <message>
        <source>The backup that was due could not be made.</source>
        <translation>Плановую резервную копию создать не удалось.</translation>
    </message>
    <message>
        <source>It is tried again each hour.</source>
        <translation>Попытка повторяется каждый час.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BackupPage</name>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Backups that Countersign makes by itself while it is open. One that was missed is made at the next start, and one that fails is said in the window. The folder is best on another disk.</source>
        <translation>Резервные копии, которые Countersign создаёт сам, пока открыт. Пропущенная копия создаётся при следующем запуске, о неудаче сообщается в окне. Лучше всего папка на другом диске.</translation>
    </message>
    <message>
        <source>Folder for the backups</source>
        <translation>Папка для резервных копий</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Только вручную</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Каждый день</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Каждую неделю</translation>
    </message>
    <message>
        <source>&amp;Make backups</source>
        <translation>Создавать копи&amp;и</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;День</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Время</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock.</source>
        <translation>По часам этого компьютера.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Папка</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Хранить</translation>
    </message>
    <message>
        <source>So many of these backups stay; the oldest is removed then. Those made by hand are never removed.</source>
        <translation>Столько этих копий остаётся; самая старая затем удаляется. Созданные вручную не удаляются никогда.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BackupWindow</name>
    <message>
        <source>Back up</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Hand over to another computer</source>
        <translation>Передать на другой компьютер</translation>
    </message>
    <message>
        <source>In the file: all payouts, decisions and the record of what happened; the send journal; the settings; the signing key as it lies here, encrypted; the bank&apos;s public keys; the directory of banks. Not in it: the key&apos;s password, and the certificate of the webhook receiver. Payouts can be read in the file: keep it where only you can get at it.</source>
        <translation>В файле: все выплаты, решения и журнал действий; журнал отправки; настройки; ключ подписи, зашифрованный, как он хранится здесь; открытые ключи банка; справочник банков. Не входят: пароль ключа и сертификат приёмника уведомлений. Выплаты в файле можно прочитать: храните его там, куда есть доступ только у вас.</translation>
    </message>
    <message>
        <source>Two computers that pay with the same profile do not know of each other&apos;s payouts and can pay one twice. Therefore sending is frozen here first, and then the file is written. On the other computer choose “Bring a profile from another computer…”. What is on its way at the bank goes on, and the other computer asks about it.</source>
        <translation>Два компьютера, которые платят по одному профилю, не знают о выплатах друг друга и могут заплатить дважды. Поэтому сначала здесь останавливается отправка, а затем записывается файл. На другом компьютере выберите «Перенести профиль с другого компьютера…». То, что уже обрабатывает банк, продолжается, и другой компьютер спросит об этом.</translation>
    </message>
    <message>
        <source>From now on this profile pays on the &amp;other computer only</source>
        <translation>С этого момента по профилю платит только &amp;другой компьютер</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Сколько уже сделано</translation>
    </message>
    <message>
        <source>Write a backup of this profile</source>
        <translation>Создать резервную копию этого профиля</translation>
    </message>
    <message>
        <source>Move this profile to another computer</source>
        <translation>Перенести этот профиль на другой компьютер</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Choose a name and back up…</source>
        <translation>Выбрать имя и создать копию…</translation>
    </message>
    <message>
        <source>Freeze sending and write the file…</source>
        <translation>Остановить отправку и записать файл…</translation>
    </message>
    <message>
        <source>Handed over to another computer. Lift this only if it does not use the profile.</source>
        <translation>Передано на другой компьютер. Возобновляйте, только если профиль там не используется.</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>Резервная копия не создана.</translation>
    </message>
    <message>
        <source>What was under that name is as before.</source>
        <translation>Файл с этим именем остался прежним.</translation>
    </message>
    <message>
        <source>%1
%2, payouts: %3. It was read back and is whole. SHA-256: %4</source>
        <translation>%1
%2, выплат: %3. Копия прочитана и цела. SHA-256: %4</translation>
    </message>
    <message>
        <source>These files of the settings could not be read and are not in it: %1.</source>
        <translation>Эти файлы из настроек прочитать не удалось, в копии их нет: %1.</translation>
    </message>
    <message>
        <source>Sending stays frozen here. Do not lift the freeze while the other computer has the profile.</source>
        <translation>Отправка здесь остаётся остановленной. Не возобновляйте её, пока профиль на другом компьютере.</translation>
    </message>
    <message>
        <source>The backup is written.</source>
        <translation>Резервная копия создана.</translation>
    </message>
    <message>
        <source>Stopped. No backup was made.</source>
        <translation>Остановлено. Резервная копия не создана.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BackupWords</name>
    <message>
        <source>Made</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Project at the bank</source>
        <translation>Проект в банке</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Выплат</translation>
    </message>
    <message>
        <source>Last entry of the record</source>
        <translation>Последняя запись журнала действий</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Requests in the send journal</source>
        <translation>Запросов в журнале отправки</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Создана программой</translation>
    </message>
    <message>
        <source>Countersign %1</source>
        <translation>Countersign %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Передан</translation>
    </message>
    <message>
        <source>yes: sending was frozen on the other computer</source>
        <translation>да: на другом компьютере отправка остановлена</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>Нет в копии</translation>
    </message>
    <message>
        <source>The last backup was made at %1.</source>
        <translation>Последняя резервная копия: %1.</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>Резервных копий ещё не было.</translation>
    </message>
    <message>
        <source>The next one is due at %1.</source>
        <translation>Следующая: %1.</translation>
    </message>
    <message>
        <source>No backups are made by themselves; the settings can change that.</source>
        <translation>Автоматические копии выключены; включить их можно в настройках.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written. Check that the disk is connected, that you may write there and that there is room for it.</source>
        <translation>Файл не удалось записать. Проверьте, подключён ли диск, есть ли право записи и хватает ли места.</translation>
    </message>
    <message>
        <source>No backups are made by themselves.</source>
        <translation>Автоматические копии выключены.</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 КБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BankCompleter</name>
    <message>
        <source>Banks from the directory</source>
        <translation>Банки из справочника</translation>
    </message>
    <message>
        <source>No bank of the directory has “%1” in its BIK or name</source>
        <translation>В справочнике нет банка, в БИК или названии которого есть «%1»</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BankErrors</name>
    <message>
        <source>project unknown</source>
        <translation>проект неизвестен</translation>
    </message>
    <message>
        <source>The bank does not know the project.</source>
        <translation>Банк не знает этот проект.</translation>
    </message>
    <message>
        <source>Check the project id and whether the profile is for the test stand or for real money.</source>
        <translation>Проверьте идентификатор проекта и для чего профиль: для стенда банка или для настоящих денег.</translation>
    </message>
    <message>
        <source>signature not accepted</source>
        <translation>подпись не принята</translation>
    </message>
    <message>
        <source>The bank did not accept the signature of the request.</source>
        <translation>Банк не принял подпись запроса.</translation>
    </message>
    <message>
        <source>Check that the bank has your current public key. Nothing more should be sent until this is settled.</source>
        <translation>Проверьте, есть ли у банка ваш нынешний открытый ключ. Пока это не выяснено, больше ничего отправлять не следует.</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>нет разрешения</translation>
    </message>
    <message>
        <source>The project has no right to this operation.</source>
        <translation>У проекта нет права на это действие.</translation>
    </message>
    <message>
        <source>Ask the bank to enable the method or the account for your project.</source>
        <translation>Попросите банк включить для вашего проекта этот метод или счёт.</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>в запросе отказано</translation>
    </message>
    <message>
        <source>The bank refused the content of the request; nothing was started.</source>
        <translation>Банк не принял содержание запроса; ничего не начато.</translation>
    </message>
    <message>
        <source>Correct the field that the bank names, then send the payout again.</source>
        <translation>Исправьте поле, которое назвал банк, и отправьте выплату ещё раз.</translation>
    </message>
    <message>
        <source>already received</source>
        <translation>уже получено</translation>
    </message>
    <message>
        <source>The bank has already received this request.</source>
        <translation>Банк уже получил этот запрос.</translation>
    </message>
    <message>
        <source>Nothing is sent again. The program asks the bank how the payout stands.</source>
        <translation>Ничего не отправляется повторно. Программа спрашивает банк, что с выплатой.</translation>
    </message>
    <message>
        <source>session has moved on</source>
        <translation>сессия ушла вперёд</translation>
    </message>
    <message>
        <source>The session at the bank is in another state.</source>
        <translation>Сессия в банке в другом состоянии.</translation>
    </message>
    <message>
        <source>A confirmation or cancellation was probably carried out already. The program asks the bank how the payout stands.</source>
        <translation>Вероятно, подтверждение или отмена уже выполнены. Программа спрашивает банк, что с выплатой.</translation>
    </message>
    <message>
        <source>fault at the bank</source>
        <translation>сбой в банке</translation>
    </message>
    <message>
        <source>Something went wrong at the bank.</source>
        <translation>В банке произошёл сбой.</translation>
    </message>
    <message>
        <source>The program asks the bank how the payout stands. If this goes on, contact the bank&apos;s support.</source>
        <translation>Программа спрашивает банк, что с выплатой. Если это продолжается, обратитесь в поддержку банка.</translation>
    </message>
    <message>
        <source>session cancelled</source>
        <translation>сессия отменена</translation>
    </message>
    <message>
        <source>The session was cancelled, so the payout did not happen.</source>
        <translation>Сессия отменена, поэтому выплаты не было.</translation>
    </message>
    <message>
        <source>Pay again as a new payout if it is still wanted.</source>
        <translation>Если выплата ещё нужна, заплатите новой выплатой.</translation>
    </message>
    <message>
        <source>cancelled by us</source>
        <translation>отменено нами</translation>
    </message>
    <message>
        <source>The payout was cancelled from our side.</source>
        <translation>Выплата отменена с нашей стороны.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Делать ничего не нужно.</translation>
    </message>
    <message>
        <source>not confirmed in time</source>
        <translation>не подтверждено вовремя</translation>
    </message>
    <message>
        <source>The bank dropped the payout because no confirmation came in time.</source>
        <translation>Банк снял выплату, потому что подтверждение не пришло вовремя.</translation>
    </message>
    <message>
        <source>Nothing was paid. Pay again as a new payout if it is still wanted.</source>
        <translation>Деньги не ушли. Если выплата ещё нужна, заплатите новой выплатой.</translation>
    </message>
    <message>
        <source>The bank dropped the operation because it was not completed in time.</source>
        <translation>Банк снял операцию, потому что она не завершилась вовремя.</translation>
    </message>
    <message>
        <source>Wait until the payout is final, then pay again as a new payout if it is still wanted.</source>
        <translation>Дождитесь окончательного исхода; если выплата ещё нужна, заплатите новой выплатой.</translation>
    </message>
    <message>
        <source>account not found</source>
        <translation>счёт не найден</translation>
    </message>
    <message>
        <source>The recipient&apos;s account does not exist or could not be found.</source>
        <translation>Счёт получателя не существует или не найден.</translation>
    </message>
    <message>
        <source>Check account number and BIK with the recipient. If they are right, contact the bank.</source>
        <translation>Сверьте номер счёта и БИК с получателем. Если они верны, обратитесь в банк.</translation>
    </message>
    <message>
        <source>amount too small</source>
        <translation>сумма слишком мала</translation>
    </message>
    <message>
        <source>The amount is below the permitted minimum.</source>
        <translation>Сумма меньше разрешённой.</translation>
    </message>
    <message>
        <source>Pay again with another amount.</source>
        <translation>Заплатите ещё раз с другой суммой.</translation>
    </message>
    <message>
        <source>amount too large</source>
        <translation>сумма слишком велика</translation>
    </message>
    <message>
        <source>The amount is above the limit of this way of paying.</source>
        <translation>Сумма выше лимита этого способа оплаты.</translation>
    </message>
    <message>
        <source>Pay again with a smaller amount, or ask the bank for another way.</source>
        <translation>Заплатите ещё раз меньшей суммой или попросите у банка другой способ.</translation>
    </message>
    <message>
        <source>balance too low</source>
        <translation>не хватает денег на счёте</translation>
    </message>
    <message>
        <source>The balance of the account is too low; the fee counts too.</source>
        <translation>Остатка на счёте не хватает; комиссия тоже учитывается.</translation>
    </message>
    <message>
        <source>Top up the account, then pay again as a new payout.</source>
        <translation>Пополните счёт и заплатите новой выплатой.</translation>
    </message>
    <message>
        <source>refused for security reasons</source>
        <translation>отказ из соображений безопасности</translation>
    </message>
    <message>
        <source>The bank refused the payout for security reasons.</source>
        <translation>Банк отказал в выплате из соображений безопасности.</translation>
    </message>
    <message>
        <source>Contact the bank and give it the reasons shown here.</source>
        <translation>Обратитесь в банк и назовите причины, которые показаны здесь.</translation>
    </message>
    <message>
        <source>fault on the way</source>
        <translation>сбой в пути</translation>
    </message>
    <message>
        <source>Something went wrong on the way between the banks.</source>
        <translation>По пути между банками произошёл сбой.</translation>
    </message>
    <message>
        <source>The program keeps asking. If this goes on, contact the bank&apos;s support.</source>
        <translation>Программа продолжает спрашивать. Если это продолжается, обратитесь в поддержку банка.</translation>
    </message>
    <message>
        <source>recipient&apos;s bank unavailable</source>
        <translation>банк получателя недоступен</translation>
    </message>
    <message>
        <source>The recipient&apos;s bank can&apos;t be reached.</source>
        <translation>Связи с банком получателя нет.</translation>
    </message>
    <message>
        <source>The program keeps asking. Pay again only after the payout is final.</source>
        <translation>Программа продолжает спрашивать. Платите снова только после окончательного исхода.</translation>
    </message>
    <message>
        <source>no answer on the way</source>
        <translation>нет ответа в пути</translation>
    </message>
    <message>
        <source>No answer came in time on the way between the banks, so the outcome may be unknown.</source>
        <translation>По пути между банками ответ не пришёл вовремя, поэтому исход может быть неизвестен.</translation>
    </message>
    <message>
        <source>Wait for the final result; do not pay again before.</source>
        <translation>Дождитесь окончательного исхода; до этого не платите снова.</translation>
    </message>
    <message>
        <source>fault in booking</source>
        <translation>сбой при проводке</translation>
    </message>
    <message>
        <source>Something went wrong when the bank booked the amount.</source>
        <translation>При проводке суммы в банке произошёл сбой.</translation>
    </message>
    <message>
        <source>set-up at the bank</source>
        <translation>настройки в банке</translation>
    </message>
    <message>
        <source>The bank could not decide how to carry out the payout.</source>
        <translation>Банк не смог определить, как исполнить выплату.</translation>
    </message>
    <message>
        <source>Contact the bank about the set-up of your project.</source>
        <translation>Обратитесь в банк по поводу настроек вашего проекта.</translation>
    </message>
    <message>
        <source>answer incomplete</source>
        <translation>неполный ответ</translation>
    </message>
    <message>
        <source>The bank is ready to pay but did not say what it is going to pay.</source>
        <translation>Банк готов платить, но не сообщил, что именно заплатит.</translation>
    </message>
    <message>
        <source>Cancel the payout at the bank, or contact the bank.</source>
        <translation>Отмените выплату в банке или обратитесь в банк.</translation>
    </message>
    <message>
        <source>no answer, three times</source>
        <translation>трижды без ответа</translation>
    </message>
    <message>
        <source>The same request left three times, and no answer to it is known.</source>
        <translation>Один и тот же запрос отправлен три раза, и ответа на него нет.</translation>
    </message>
    <message>
        <source>Ask the bank by telephone how the payout stands.</source>
        <translation>Узнайте в банке по телефону, что с выплатой.</translation>
    </message>
    <message>
        <source>sent before the restore</source>
        <translation>отправлена до восстановления</translation>
    </message>
    <message>
        <source>This payout was sent to the bank after the backup was made, with a content that is not in it.</source>
        <translation>Эта выплата была отправлена в банк после того, как сделали резервную копию, и с другим содержанием, которого здесь нет.</translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own list of payouts. It can be sent again only when the bank says that nothing was paid, and you have taken that over with a reason.</source>
        <translation>Сверьтесь со списком выплат в самом банке. Отправить её снова можно только после того, как банк ответит, что ничего не оплачено, и вы примете этот ответ, указав причину.</translation>
    </message>
    <message>
        <source>an earlier session is open</source>
        <translation>открыта прежняя сессия</translation>
    </message>
    <message>
        <source>made before the restore</source>
        <translation>создана до восстановления</translation>
    </message>
    <message>
        <source>This payout was made and sent to the bank after the backup was made. What is shown of it is what the bank says; what was asked for is not known here.</source>
        <translation>Эту выплату создали и отправили в банк уже после того, как сделали резервную копию. Здесь показано то, что о ней сообщает банк; каким было поручение, неизвестно.</translation>
    </message>
    <message>
        <source>Compare with the bank&apos;s own list of payouts, and do not pay the same again before the bank says that nothing was paid.</source>
        <translation>Сверьтесь со списком выплат в самом банке и не платите то же самое ещё раз, пока банк не сообщит, что ничего не оплачено.</translation>
    </message>
    <message>
        <source>no session, three times</source>
        <translation>сессия не открылась, трижды</translation>
    </message>
    <message>
        <source>Three times within an hour no session could be opened at the bank for this payout. Nothing was paid: an empty session moves no money.</source>
        <translation>Трижды за час для этой выплаты не удалось открыть сессию в банке. Ничего не выплачено: пустая сессия денег не переводит.</translation>
    </message>
    <message>
        <source>Check the connection to the bank, then take the payout back as a draft and send it again.</source>
        <translation>Проверьте связь с банком, затем верните выплату в черновики и отправьте ещё раз.</translation>
    </message>
    <message>
        <source>returned in part</source>
        <translation>возвращена частично</translation>
    </message>
    <message>
        <source>Only a part of the money came back. The rest has stayed with the recipient.</source>
        <translation>Вернулась только часть денег. Остальное осталось у получателя.</translation>
    </message>
    <message>
        <source>Ask the recipient or the bank about the rest. What is still owed is a new payout of that amount alone.</source>
        <translation>Уточните остаток у получателя или в банке. То, что ещё нужно заплатить, — новая выплата только на эту сумму.</translation>
    </message>
    <message>
        <source>An earlier session at the bank, of this payout or of the one that it pays again, is not known to have ended without money.</source>
        <translation>Неизвестно, закончилась ли без списания денег прежняя сессия в банке: этой выплаты или той, которую она повторяет.</translation>
    </message>
    <message>
        <source>The program asks the bank about it, and sends the payout as soon as the bank says that nothing was paid. If that takes too long, ask the bank to cancel that session.</source>
        <translation>Программа спрашивает о ней банк и отправит выплату, как только банк сообщит, что ничего не уплачено. Если это затянется, попросите банк отменить ту сессию.</translation>
    </message>
    <message>
        <source>returned, amount unknown</source>
        <translation>возвращена, сумма неизвестна</translation>
    </message>
    <message>
        <source>The bank says that money came back, and not how much of it.</source>
        <translation>Банк сообщил о возврате, но не о его сумме.</translation>
    </message>
    <message>
        <source>Look it up in the account&apos;s statement. What is still owed is a new payout of that amount alone.</source>
        <translation>Посмотрите сумму в выписке по счёту. То, что ещё нужно заплатить, — новая выплата только на эту сумму.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BankKeyList</name>
    <message>
        <source>Choose the bank&apos;s public key</source>
        <translation>Выберите открытый ключ банка</translation>
    </message>
    <message>
        <source>&amp;Add this key</source>
        <translation>До&amp;бавить этот ключ</translation>
    </message>
    <message>
        <source>Bank&apos;s public &amp;key</source>
        <translation>Открытый &amp;ключ банка</translation>
    </message>
    <message>
        <source>A PEM file from the bank. It proves that a webhook comes from the bank.</source>
        <translation>Файл PEM от банка. По нему видно, что уведомление пришло от банка.</translation>
    </message>
    <message>
        <source>Choose the file with the bank&apos;s public key first.</source>
        <translation>Сначала выберите файл с открытым ключом банка.</translation>
    </message>
    <message>
        <source>This key is in the list already.</source>
        <translation>Этот ключ уже есть в списке.</translation>
    </message>
    <message>
        <source>I have compared this fingerprint with the bank by phone</source>
        <translation>Этот отпечаток сверен с банком по телефону</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove the key %1</source>
        <translation>Убрать ключ %1</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Отпечаток (SHA-256)</translation>
    </message>
    <message>
        <source>A key is chosen but not in the list. Add it, or empty the field.</source>
        <translation>Ключ выбран, но не добавлен в список. Добавьте его или очистите поле.</translation>
    </message>
    <message>
        <source>One of the bank&apos;s keys is your own public key. Remove it, and add the public key that the bank gave you.</source>
        <translation>Один из ключей банка — ваш собственный открытый ключ. Уберите его и добавьте открытый ключ, который дал вам банк.</translation>
    </message>
    <message>
        <source>Compare the fingerprint of the bank&apos;s public key with the bank by phone, then tick it.</source>
        <translation>Сверьте отпечаток открытого ключа банка по телефону, затем поставьте отметку.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BankPage</name>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>Choose an extra certificate</source>
        <translation>Выберите дополнительный сертификат</translation>
    </message>
    <message>
        <source>Send an &amp;idempotency key with each request</source>
        <translation>Отправлять ключ &amp;идемпотентности с каждым запросом</translation>
    </message>
    <message>
        <source>Choose the BIK directory</source>
        <translation>Выберите справочник БИК</translation>
    </message>
    <message>
        <source>Ad&amp;dress</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>Such as https://demo.bank131.ru</source>
        <translation>Например, https://demo.bank131.ru</translation>
    </message>
    <message>
        <source>Pro&amp;ject id</source>
        <translation>Идентификатор &amp;проекта</translation>
    </message>
    <message>
        <source>From the bank&apos;s letter; it says who asks.</source>
        <translation>Из письма банка; по нему видно, кто спрашивает.</translation>
    </message>
    <message>
        <source>&amp;Extra certificate</source>
        <translation>Дополнительный серти&amp;фикат</translation>
    </message>
    <message>
        <source>Only if the test tells you so: the certificate of the practice bank, or of your company&apos;s proxy. Without one, the certificates of this system are trusted.</source>
        <translation>Только если об этом скажет проверка связи: сертификат тренировочного банка или прокси вашей компании. Без него программа доверяет сертификатам этой системы.</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>A second protection at the bank against carrying out a request twice. Ask the bank whether it wants it.</source>
        <translation>Вторая защита на стороне банка от двойного исполнения запроса. Спросите банк, нужна ли она ему.</translation>
    </message>
    <message>
        <source>BIK direc&amp;tory</source>
        <translation>Сп&amp;равочник БИК</translation>
    </message>
    <message>
        <source>Automatic con&amp;firmation</source>
        <translation>Ав&amp;томатическое подтверждение</translation>
    </message>
    <message>
        <source>Ask the bank whether it is on for your project. Where it is on, money leaves as soon as a payout is sent, and the review comes too late. Ask the bank to switch it off.</source>
        <translation>Спросите банк, включено ли оно для вашего проекта. Если да, деньги уходят сразу после отправки выплаты, и проверка опаздывает. Попросите банк выключить его.</translation>
    </message>
    <message>
        <source>What the practice bank printed when it started, such as http://127.0.0.1:8100</source>
        <translation>Адрес, который тренировочный банк сообщил при запуске, например http://127.0.0.1:8100</translation>
    </message>
    <message>
        <source>The beginning only, without a path.</source>
        <translation>Только начало, без пути.</translation>
    </message>
    <message>
        <source>The Bank of Russia&apos;s ED807 file. With it, the form names the bank of a BIK. It is offered at the next start, to be taken by you. May stay empty.</source>
        <translation>Файл ED807 Банка России. По нему форма называет банк по БИК. При следующем запуске файл будет предложен, принимаете его вы. Поле можно не заполнять.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BatchModel</name>
    <message>
        <source>%1, account %2, %3</source>
        <comment>name, account, amount</comment>
        <translation>%1, счёт %2, %3</translation>
    </message>
    <message>
        <source>Recipient and account</source>
        <translation>Получатель и счёт</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение платежа</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>INN %1</source>
        <translation>ИНН %1</translation>
    </message>
    <message>
        <source>INN %1 · KPP %2</source>
        <translation>ИНН %1 · КПП %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BatchTable</name>
    <message>
        <source>Payouts of this batch</source>
        <translation>Выплаты этого пакета</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BeforeSending</name>
    <message>
        <source>Before sending</source>
        <translation>Перед отправкой</translation>
    </message>
    <message>
        <source>Sending asks the bank to check the payout. No money moves until someone confirms it in the review.</source>
        <translation>При отправке банк проверяет выплату. Деньги не уйдут, пока её не подтвердят после проверки ответа.</translation>
    </message>
    <message>
        <source>1 thing to correct</source>
        <translation>Нужно исправить: 1</translation>
    </message>
    <message>
        <source>1 field to fill in</source>
        <translation>Осталось заполнить 1 поле</translation>
    </message>
    <message>
        <source>1 warning to look at</source>
        <translation>1 предупреждение нужно просмотреть</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Можно отправлять</translation>
    </message>
    <message numerus="yes">
        <source>%n things to correct</source>
        <translation>
            <numerusform>Нужно исправить: %n</numerusform>
            <numerusform>Нужно исправить: %n</numerusform>
            <numerusform>Нужно исправить: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields to fill in</source>
        <translation>
            <numerusform>Осталось заполнить %n поле</numerusform>
            <numerusform>Осталось заполнить %n поля</numerusform>
            <numerusform>Осталось заполнить %n полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings to look at</source>
        <translation>
            <numerusform>%n предупреждение нужно просмотреть</numerusform>
            <numerusform>%n предупреждения нужно просмотреть</numerusform>
            <numerusform>%n предупреждений нужно просмотреть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No similar payout in %n days</source>
        <translation>
            <numerusform>Похожих выплат за %n день нет</numerusform>
            <numerusform>Похожих выплат за %n дня нет</numerusform>
            <numerusform>Похожих выплат за %n дней нет</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to address book</source>
        <translation>В справочник</translation>
    </message>
    <message>
        <source>✓ In the address book</source>
        <translation>✓ Есть в справочнике получателей</translation>
    </message>
    <message>
        <source>Save as &amp;template…</source>
        <translation>Сохранить как &amp;шаблон…</translation>
    </message>
    <message>
        <source>Keeps these fields, to make such a payout again</source>
        <translation>Сохраняет эти поля, чтобы создавать такие выплаты снова</translation>
    </message>
    <message>
        <source>Nothing is sent for checking. What you type is kept as a draft, to be sent once the freeze is lifted; the main window says why and how.</source>
        <translation>На проверку ничего не отправляется. Введённое сохраняется как черновик; отправить его можно, когда остановка будет снята. Почему и как — сказано в главном окне.</translation>
    </message>
    <message>
        <source>Nothing to correct, but sending is frozen</source>
        <translation>Исправлять нечего, но отправка остановлена</translation>
    </message>
    <message>
        <source>! In the address book this account belongs to %1</source>
        <translation>! В адресной книге это счёт другого получателя: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::BookCompleter</name>
    <message>
        <source>%1 · account …%2</source>
        <translation>%1 · счёт …%2</translation>
    </message>
    <message>
        <source>%1 · INN %2 · account …%3</source>
        <translation>%1 · ИНН %2 · счёт …%3</translation>
    </message>
    <message>
        <source>Recipients from the address book</source>
        <translation>Получатели из справочника</translation>
    </message>
</context>
<context>
    <name>countersign::ui::CompanyPage</name>
    <message>
        <source>Company and person</source>
        <translation>Компания и сотрудник</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>&amp;Ваше имя</translation>
    </message>
    <message>
        <source>It stands under every decision and in the audit record.</source>
        <translation>Оно указывается под каждым решением и в журнале действий.</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Компания</translation>
    </message>
    <message>
        <source>&amp;INN</source>
        <translation>&amp;ИНН</translation>
    </message>
    <message>
        <source>&amp;KPP</source>
        <translation>К&amp;ПП</translation>
    </message>
    <message>
        <source>A sole proprietor has none.</source>
        <translation>У индивидуального предпринимателя его нет.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ComparisonTable</name>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Платёж</translation>
    </message>
    <message>
        <source>You asked for</source>
        <translation>Вы просили</translation>
    </message>
    <message>
        <source>The bank will pay</source>
        <translation>Банк заплатит</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ComparisonWords</name>
    <message>
        <source>From account %1, %2&#xa0;₽ will go to account %3, %4.</source>
        <translation>Со счёта %1 уйдёт %2&#xa0;₽ на счёт %3, %4.</translation>
    </message>
    <message>
        <source>If you did not expect this, cancel the payout and call the recipient on a number you already know.</source>
        <translation>Если вы этого не ожидали, отмените выплату и позвоните получателю по номеру, который знали раньше.</translation>
    </message>
    <message>
        <source>The bank contradicts itself.</source>
        <translation>Банк противоречит сам себе.</translation>
    </message>
    <message>
        <source>Its session and its answer do not say the same. Cancel the payout and ask the bank.</source>
        <translation>Сессия и ответ банка расходятся. Отмените выплату и спросите банк.</translation>
    </message>
    <message>
        <source>1 field of the recipient differs from your request.</source>
        <translation>1 поле получателя отличается от вашей заявки.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields of the recipient differ from your request.</source>
        <translation>
            <numerusform>%n поле получателя отличается от вашей заявки.</numerusform>
            <numerusform>%n поля получателя отличаются от вашей заявки.</numerusform>
            <numerusform>%n полей получателя отличаются от вашей заявки.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank is going to pay somebody else than you asked for. </source>
        <translation>Банк собирается заплатить не тому, кого вы указали. </translation>
    </message>
    <message>
        <source>1 field differs from your request.</source>
        <translation>1 поле отличается от вашей заявки.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ from your request.</source>
        <translation>
            <numerusform>%n поле отличается от вашей заявки.</numerusform>
            <numerusform>%n поля отличаются от вашей заявки.</numerusform>
            <numerusform>%n полей отличаются от вашей заявки.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bank is going to do something else than you asked for. </source>
        <translation>Банк собирается сделать не то, что вы просили. </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Наименование</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>Corr. account</source>
        <translation>Корр. счёт</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Срочность</translation>
    </message>
    <message>
        <source>Payouts in the session</source>
        <translation>Выплат в сессии</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>Not known to this program</source>
        <translation>Неизвестно программе</translation>
    </message>
    <message>
        <source>the amount</source>
        <translation>сумма</translation>
    </message>
    <message>
        <source>the currency</source>
        <translation>валюта</translation>
    </message>
    <message>
        <source>the recipient&apos;s account</source>
        <translation>счёт получателя</translation>
    </message>
    <message>
        <source>the recipient&apos;s name</source>
        <translation>наименование получателя</translation>
    </message>
    <message>
        <source>the BIK of the recipient&apos;s bank</source>
        <translation>БИК банка получателя</translation>
    </message>
    <message>
        <source>the name of the recipient&apos;s bank</source>
        <translation>наименование банка получателя</translation>
    </message>
    <message>
        <source>the correspondent account of the recipient&apos;s bank</source>
        <translation>корреспондентский счёт банка получателя</translation>
    </message>
    <message>
        <source>the recipient&apos;s INN</source>
        <translation>ИНН получателя</translation>
    </message>
    <message>
        <source>the recipient&apos;s KPP</source>
        <translation>КПП получателя</translation>
    </message>
    <message>
        <source>the account to pay from</source>
        <translation>счёт списания</translation>
    </message>
    <message>
        <source>the sender&apos;s name</source>
        <translation>наименование отправителя</translation>
    </message>
    <message>
        <source>the sender&apos;s INN</source>
        <translation>ИНН отправителя</translation>
    </message>
    <message>
        <source>the sender&apos;s KPP</source>
        <translation>КПП отправителя</translation>
    </message>
    <message>
        <source>the name of the sender&apos;s bank</source>
        <translation>наименование банка отправителя</translation>
    </message>
    <message>
        <source>the BIK of the sender&apos;s bank</source>
        <translation>БИК банка отправителя</translation>
    </message>
    <message>
        <source>the correspondent account of the sender&apos;s bank</source>
        <translation>корреспондентский счёт банка отправителя</translation>
    </message>
    <message>
        <source>the purpose</source>
        <translation>назначение платежа</translation>
    </message>
    <message>
        <source>the urgency</source>
        <translation>срочность</translation>
    </message>
    <message>
        <source>the number of payouts in the session</source>
        <translation>число выплат в сессии</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>сессия</translation>
    </message>
    <message>
        <source>a part of the answer</source>
        <translation>часть ответа</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= совпадает</translation>
    </message>
    <message>
        <source>= as in the directory</source>
        <translation>= по справочнику</translation>
    </message>
    <message>
        <source>= as in your profile</source>
        <translation>= по вашему профилю</translation>
    </message>
    <message>
        <source>= same but for spelling</source>
        <translation>= совпадает, кроме написания</translation>
    </message>
    <message>
        <source>+ added by the bank</source>
        <translation>+ добавил банк</translation>
    </message>
    <message>
        <source>≠ missing in the answer</source>
        <translation>≠ нет в ответе</translation>
    </message>
    <message>
        <source>≠ differs</source>
        <translation>≠ отличается</translation>
    </message>
    <message>
        <source>· not given</source>
        <translation>· не указано</translation>
    </message>
    <message>
        <source>· not compared</source>
        <translation>· не сверяется</translation>
    </message>
    <message>
        <source>Equal but for capital and small letters, quotation marks, spaces, or ё and е.</source>
        <translation>Различаются только прописные и строчные буквы, кавычки, пробелы или «е» и «ё».</translation>
    </message>
    <message>
        <source>There is nothing here to hold it against.</source>
        <translation>Здесь не с чем сравнить.</translation>
    </message>
    <message>
        <source>the bank does not name it</source>
        <translation>банк этого не указал</translation>
    </message>
    <message>
        <source>the bank&apos;s session says something else</source>
        <translation>сессия банка говорит другое</translation>
    </message>
    <message>
        <source>the bank&apos;s session does not name it</source>
        <translation>сессия банка этого не указывает</translation>
    </message>
    <message>
        <source>BIK not in the directory</source>
        <translation>БИК не найден в справочнике</translation>
    </message>
    <message>
        <source>not the bank of this BIK</source>
        <translation>это не банк с таким БИК</translation>
    </message>
    <message>
        <source>not in the directory</source>
        <translation>нет в справочнике</translation>
    </message>
    <message>
        <source>control digit does not fit the BIK</source>
        <translation>контрольный ключ не подходит к БИК</translation>
    </message>
    <message>
        <source>INN check digit is wrong</source>
        <translation>неверное контрольное число ИНН</translation>
    </message>
    <message>
        <source>Latin and Cyrillic letters in one word</source>
        <translation>латинские и русские буквы в одном слове</translation>
    </message>
    <message>
        <source>holds characters that can&apos;t be seen</source>
        <translation>содержит невидимые символы</translation>
    </message>
    <message>
        <source>I have read everything that the bank answered</source>
        <translation>Мной прочитано всё, что ответил банк</translation>
    </message>
    <message>
        <source>I have read what the bank says under “%1”</source>
        <translation>Мной прочитано, что банк сообщает в «%1»</translation>
    </message>
    <message>
        <source>I know that the bank does not name %1</source>
        <translation>Я знаю: банк этого не указал — %1</translation>
    </message>
    <message>
        <source>I know that %1 is not in the directory</source>
        <translation>Я знаю: этого нет в справочнике — %1</translation>
    </message>
    <message>
        <source>I know that %1 differs from the directory</source>
        <translation>Я знаю: расходится со справочником — %1</translation>
    </message>
    <message>
        <source>I know that %1 differs from my company profile</source>
        <translation>Я знаю: расходится с профилем компании — %1</translation>
    </message>
    <message>
        <source>I know that %1 differs from my request</source>
        <translation>Я знаю: расходится с моей заявкой — %1</translation>
    </message>
    <message>
        <source>I know that the bank&apos;s session does not confirm %1</source>
        <translation>Я знаю: сессия банка этого не подтверждает — %1</translation>
    </message>
    <message>
        <source>I know that the bank added %1</source>
        <translation>Я знаю: это добавил банк — %1</translation>
    </message>
    <message>
        <source>The bank&apos;s answer matches your request.</source>
        <translation>Ответ банка совпадает с вашей заявкой.</translation>
    </message>
    <message>
        <source>The bank will pay whom you asked for; some of its answer needs a look.</source>
        <translation>Банк заплатит тому, кого вы указали; часть его ответа нужно просмотреть.</translation>
    </message>
    <message>
        <source>I know this recipient and have this account from them, not from a mail or a message</source>
        <translation>Я знаю этого получателя, и счёт получен от него самого, а не из письма или сообщения</translation>
    </message>
    <message>
        <source>The bank will pay whom you asked for; this recipient is new.</source>
        <translation>Банк заплатит тому, кого вы указали; этот получатель новый.</translation>
    </message>
    <message>
        <source>The bank&apos;s answer matches your request, as far as it could be compared.</source>
        <translation>Ответ банка совпадает с вашим запросом в том, что можно было сравнить.</translation>
    </message>
    <message>
        <source>Without a BIK directory the recipient&apos;s bank is not compared.</source>
        <translation>Без справочника БИК банк получателя не сравнивается.</translation>
    </message>
    <message>
        <source>the bank&apos;s licence was withdrawn</source>
        <translation>у банка отозвана лицензия</translation>
    </message>
    <message>
        <source>the bank is being liquidated</source>
        <translation>банк ликвидируется</translation>
    </message>
    <message>
        <source>the bank is under a moratorium on paying creditors</source>
        <translation>в банке введён мораторий на удовлетворение требований кредиторов</translation>
    </message>
    <message>
        <source>the bank&apos;s correspondent account is being closed</source>
        <translation>корреспондентский счёт банка закрывается</translation>
    </message>
    <message>
        <source>the bank&apos;s correspondent account is kept in limited mode</source>
        <translation>корреспондентский счёт банка ведётся в ограниченном режиме</translation>
    </message>
    <message>
        <source>the bank is limited in urgent transfers</source>
        <translation>у банка ограничены срочные переводы</translation>
    </message>
    <message>
        <source>no bank that takes payouts under this BIK</source>
        <translation>под этим БИК нет банка, принимающего выплаты</translation>
    </message>
    <message>
        <source>I have looked at %1: %2</source>
        <translation>Мной просмотрено: %1 (%2)</translation>
    </message>
    <message>
        <source>a company&apos;s name, and the account of a person</source>
        <translation>наименование организации, а счёт физического лица или ИП</translation>
    </message>
    <message>
        <source>a name without a legal form, and the account of an organisation</source>
        <translation>наименование без организационно-правовой формы, а счёт организации</translation>
    </message>
    <message>
        <source>account of a sole proprietor, and the name does not say so</source>
        <translation>счёт ИП, а в наименовании этого нет</translation>
    </message>
    <message>
        <source>its length does not fit the kind of the account</source>
        <translation>число цифр не соответствует виду счёта</translation>
    </message>
    <message>
        <source>the account is a person&apos;s, and persons have no KPP</source>
        <translation>счёт физического лица или ИП, а у них нет КПП</translation>
    </message>
    <message>
        <source>account of a non-resident</source>
        <translation>счёт нерезидента</translation>
    </message>
    <message>
        <source>the currency-control code is not written as it must be</source>
        <translation>код валютной операции записан неправильно</translation>
    </message>
    <message>
        <source>a non-resident takes part, and the currency-control code is missing</source>
        <translation>участвует нерезидент, а кода валютной операции нет</translation>
    </message>
    <message>
        <source>a currency-control code, and both sides are residents</source>
        <translation>код валютной операции, а обе стороны — резиденты</translation>
    </message>
    <message>
        <source>I have read what the import warned of, and know that this payout is right all the same</source>
        <translation>Мной прочитано, о чём предупреждала загрузка; выплата всё равно верна</translation>
    </message>
    <message>
        <source>The bank will pay whom you asked for; what is known of this recipient has changed since.</source>
        <translation>Банк заплатит тому, кого вы указали; сведения об этом получателе с тех пор изменились.</translation>
    </message>
    <message>
        <source>I have looked at the earlier payout that this one looks like: both are to be paid</source>
        <translation>Я посмотрел(а) более раннюю выплату, на которую похожа эта: исполнить нужно обе</translation>
    </message>
    <message>
        <source>The bank will pay whom you asked for; this payout looks like an earlier one.</source>
        <translation>Банк заплатит тому, кого вы указали; эта выплата похожа на более раннюю.</translation>
    </message>
    <message>
        <source>not as in the directory</source>
        <translation>не по справочнику</translation>
    </message>
    <message>
        <source>not as in your profile</source>
        <translation>не по вашему профилю</translation>
    </message>
    <message>
        <source>I have looked at payout No. %1, which looks like this one: both are to be paid</source>
        <translation>Я посмотрел(а) выплату № %1, похожую на эту: исполнить нужно обе</translation>
    </message>
    <message>
        <source>The bank will pay whom you asked for; another payout looks like this one.</source>
        <translation>Банк заплатит тому, кого вы указали; есть другая, похожая выплата.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ConnectionView</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Проверить связь</translation>
    </message>
    <message>
        <source>Key &amp;password</source>
        <translation>Паро&amp;ль ключа</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>Asks the bank one harmless question, signed with your key. No payout is made.</source>
        <translation>Задаёт банку один безобидный вопрос, подписанный вашим ключом. Выплата не создаётся.</translation>
    </message>
    <message>
        <source>The test needs the bank&apos;s address, the project id and a signing key.</source>
        <translation>Для проверки нужны адрес банка, идентификатор проекта и ключ подписи.</translation>
    </message>
    <message>
        <source>Asking the bank…</source>
        <translation>Спрашиваем банк…</translation>
    </message>
    <message>
        <source>Enter the key&apos;s password: the question is signed with the key.</source>
        <translation>Введите пароль ключа: вопрос подписывается ключом.</translation>
    </message>
    <message>
        <source>The test could not be made.</source>
        <translation>Проверку выполнить не удалось.</translation>
    </message>
    <message>
        <source>The bank can&apos;t be used yet.</source>
        <translation>Работать с банком пока нельзя.</translation>
    </message>
    <message>
        <source>What to do stands beside the step that fails. The profile can be saved all the same.</source>
        <translation>Что делать, написано рядом с шагом, который не прошёл. Профиль всё равно можно сохранить.</translation>
    </message>
    <message>
        <source>It is not clear whether the bank can be used.</source>
        <translation>Неясно, можно ли работать с банком.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Связь работает.</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>Техническая подробность: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DateWords</name>
    <message>
        <source>Moscow time</source>
        <translation>время московское</translation>
    </message>
    <message>
        <source>%1 (Moscow time)</source>
        <translation>%1 (время московское)</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DetailsPane</name>
    <message>
        <source>Choose a payout to see it here.</source>
        <translation>Выберите выплату, чтобы увидеть её здесь.</translation>
    </message>
    <message>
        <source>Details of the chosen payout</source>
        <translation>Сведения о выбранной выплате</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>№ %1</translation>
    </message>
    <message>
        <source>prepared by %1</source>
        <translation>составитель: %1</translation>
    </message>
    <message>
        <source>Recipient not given yet</source>
        <translation>Получатель ещё не указан</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Со счёта</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Urgent (BESP)</source>
        <translation>Срочно (БЭСП)</translation>
    </message>
    <message>
        <source>Bank&apos;s number</source>
        <translation>Номер в банке</translation>
    </message>
    <message>
        <source>This was not done.</source>
        <translation>Это не выполнено.</translation>
    </message>
    <message>
        <source>The bank is told to drop the payout of %1 to %2. Nothing is paid, and this can&apos;t be taken back: to pay after all, a new payout is needed.</source>
        <translation>Банк получит отказ от выплаты: %1, получатель — %2. Деньги не уйдут. Отменить это решение нельзя: чтобы всё-таки заплатить, понадобится новая выплата.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>History, %1</source>
        <translation>История, %1</translation>
    </message>
    <message>
        <source>≠ the bank</source>
        <translation>≠ у банка</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>не указан</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DigitsEdit</name>
    <message>
        <source>Not taken: “%1” is not a digit.</source>
        <translation>Не принято: «%1» — не цифра.</translation>
    </message>
    <message>
        <source>Not taken: that would be %1 digits, and there are %2 at most.</source>
        <translation>Не принято: получилось бы цифр — %1, а их не больше %2.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DirectoryOpener</name>
    <message>
        <source>Update the &amp;directory of banks…</source>
        <translation>Обновить &amp;справочник банков…</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DirectoryWindow</name>
    <message>
        <source>Directory of banks</source>
        <translation>Справочник банков</translation>
    </message>
    <message>
        <source>What is different in that directory</source>
        <translation>Чем отличается этот справочник</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Что отличается</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>It was not taken. The present directory stays.</source>
        <translation>Справочник не принят. Остаётся действующий.</translation>
    </message>
    <message>
        <source>Fetch from the Bank of Russia</source>
        <translation>Загрузить с сайта Банка России</translation>
    </message>
    <message>
        <source>Read from a file…</source>
        <translation>Прочитать из файла…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>By this directory banks are found and checked in the form, in imports and in the review.</source>
        <translation>По этому справочнику банки находятся и проверяются в форме, при загрузке файлов и при проверке ответа банка.</translation>
    </message>
    <message>
        <source>Entries: %L1</source>
        <translation>Записей: %L1</translation>
    </message>
    <message>
        <source>Banks can&apos;t be found by name, and nothing is known of restrictions.</source>
        <translation>Банк нельзя найти по названию, и об ограничениях ничего не известно.</translation>
    </message>
    <message>
        <source>From %1, taken %2</source>
        <translation>Источник: %1, принят %2</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Источник: %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрашиваем %1…</translation>
    </message>
    <message>
        <source>Read a directory of banks</source>
        <translation>Прочитать справочник банков</translation>
    </message>
    <message>
        <source>Directory of banks (*.xml *.zip)</source>
        <translation>Справочник банков (*.xml *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Читаем файл…</translation>
    </message>
    <message>
        <source>Nothing to change: the present directory is this one.</source>
        <translation>Менять нечего: этот справочник уже действует.</translation>
    </message>
    <message>
        <source>Take the directory of %1 all the same? Write why; it goes into the audit record with your name.</source>
        <translation>Всё же принять справочник от %1? Напишите почему: запись с вашим именем останется в журнале действий.</translation>
    </message>
    <message>
        <source>Take this directory</source>
        <translation>Принять этот справочник</translation>
    </message>
    <message>
        <source>The directory of %1 is in force.</source>
        <translation>Действует справочник от %1.</translation>
    </message>
    <message>
        <source>Entries that changed: %L1. The one before is kept beside it.</source>
        <translation>Изменилось записей: %L1. Прежний справочник сохранён рядом.</translation>
    </message>
    <message>
        <source>No directory was taken.</source>
        <translation>Справочник не принят.</translation>
    </message>
    <message>
        <source>The directory that was taken last is not used.</source>
        <translation>Последний принятый справочник не используется.</translation>
    </message>
    <message>
        <source>Read the file from the settings</source>
        <translation>Прочитать файл из настроек</translation>
    </message>
    <message>
        <source>The directory that the settings name is not in force.</source>
        <translation>Справочник, указанный в настройках, не действует.</translation>
    </message>
    <message>
        <source>It is %1. Read it here: it is compared and taken like any other, by you. Or clear the field under Settings, Bank.</source>
        <translation>Это файл %1. Прочитайте его здесь: он сравнивается, как любой другой, и принимаете его вы. Либо очистите поле в настройках, раздел «Банк».</translation>
    </message>
    <message>
        <source>In the new one</source>
        <translation>В новом</translation>
    </message>
    <message>
        <source>The directory of %1 is not taken yet.</source>
        <translation>Справочник от %1 пока не принят.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::DirectoryWords</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>licence withdrawn</source>
        <translation>лицензия отозвана</translation>
    </message>
    <message>
        <source>takes payouts</source>
        <translation>принимает выплаты</translation>
    </message>
    <message>
        <source>takes no payouts</source>
        <translation>не принимает выплаты</translation>
    </message>
    <message>
        <source>The Bank of Russia&apos;s site was not found. Check the connection to the internet.</source>
        <translation>Сайт Банка России не найден. Проверьте подключение к интернету.</translation>
    </message>
    <message>
        <source>The site&apos;s certificate could not be trusted, so nothing was read. Ask your administrator, or read the directory from a file.</source>
        <translation>Сертификату сайта нельзя доверять, поэтому ничего не прочитано. Обратитесь к администратору или прочитайте справочник из файла.</translation>
    </message>
    <message>
        <source>The site did not answer in time. Try again later.</source>
        <translation>Сайт не ответил вовремя. Попробуйте позже.</translation>
    </message>
    <message>
        <source>The connection broke off before the whole file was here. Try again.</source>
        <translation>Соединение оборвалось, файл получен не полностью. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The site sent us to another address, which was not followed. Read the directory from a file.</source>
        <translation>Сайт направил на другой адрес, переход не выполнен. Прочитайте справочник из файла.</translation>
    </message>
    <message>
        <source>The site refused to give out the file. Try again later.</source>
        <translation>Сайт отказался выдать файл. Попробуйте позже.</translation>
    </message>
    <message>
        <source>The Bank of Russia&apos;s site could not be reached. Check the connection and try again.</source>
        <translation>Сайт Банка России недоступен. Проверьте подключение и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>There is no BIK directory here.</source>
        <translation>Справочника БИК нет.</translation>
    </message>
    <message>
        <source>BIK directory of %1</source>
        <translation>Справочник БИК от %1</translation>
    </message>
    <message>
        <source>BIK directory of %1, older than three business days</source>
        <translation>Справочник БИК от %1, старше трёх рабочих дней</translation>
    </message>
    <message>
        <source>It is of %1, and the present one is newer: of %2.</source>
        <translation>Он от %1, а действующий новее: от %2.</translation>
    </message>
    <message>
        <source>It is of %1, further ahead than a genuine directory can be.</source>
        <translation>Он от %1: настоящий справочник не бывает так далеко впереди.</translation>
    </message>
    <message>
        <source>It has %1 entries; a genuine one has more than %2.</source>
        <translation>В нём записей: %1; в настоящем больше %2.</translation>
    </message>
    <message>
        <source>%1 of %2 entries differ from the present one, more than %3 %.</source>
        <translation>От действующего отличаются %1 из %2 записей, это больше %3 %.</translation>
    </message>
    <message>
        <source>Banks with other correspondent accounts than now: %1. Through these accounts the money goes.</source>
        <translation>Корреспондентский счёт изменился у банков: %1. Через эти счета идут деньги.</translation>
    </message>
    <message>
        <source>new in the directory</source>
        <translation>новая запись</translation>
    </message>
    <message>
        <source>no longer in the directory</source>
        <translation>записи больше нет</translation>
    </message>
    <message>
        <source>correspondent account</source>
        <translation>корреспондентский счёт</translation>
    </message>
    <message>
        <source>restrictions</source>
        <translation>ограничения</translation>
    </message>
    <message>
        <source>name or place</source>
        <translation>название или место</translation>
    </message>
    <message>
        <source>The file is much larger than a directory of banks is. It was not read.</source>
        <translation>Файл намного больше, чем бывает справочник банков. Он не прочитан.</translation>
    </message>
    <message>
        <source>The site answered with a page for people instead of the directory. Try again later, or download the file with your browser and read it from there.</source>
        <translation>Вместо справочника сайт прислал страницу для людей. Попробуйте позже или скачайте файл браузером и прочитайте его оттуда.</translation>
    </message>
    <message>
        <source>The file is not a complete directory of banks (ED807). It was not read.</source>
        <translation>В файле нет полного справочника банков (ED807). Он не прочитан.</translation>
    </message>
    <message>
        <source>Write a whole sentence: at least %1 characters.</source>
        <translation>Напишите целое предложение: не менее %1 знаков.</translation>
    </message>
    <message>
        <source>Another directory has come into force meanwhile. Fetch or read it again.</source>
        <translation>Тем временем начал действовать другой справочник. Загрузите или прочитайте ещё раз.</translation>
    </message>
    <message>
        <source>Countersign is still starting. Try again in a moment.</source>
        <translation>Countersign ещё запускается. Попробуйте через минуту.</translation>
    </message>
    <message>
        <source>The directory that was taken last is no longer on this computer. Fetch it again.</source>
        <translation>Последнего принятого справочника больше нет на этом компьютере. Загрузите его снова.</translation>
    </message>
    <message>
        <source>The directory that was taken last can&apos;t be read any more. Fetch it again.</source>
        <translation>Последний принятый справочник больше не читается. Загрузите его снова.</translation>
    </message>
    <message>
        <source>The file of the directory is not the one that was taken: somebody or something has changed it on this computer. It is not used. Fetch the directory again, and find out who did that.</source>
        <translation>Файл справочника не тот, который был принят: кто-то или что-то изменило его на этом компьютере. Он не используется. Загрузите справочник снова и выясните, кто это сделал.</translation>
    </message>
    <message>
        <source>in liquidation</source>
        <translation>ликвидируется</translation>
    </message>
    <message>
        <source>moratorium on creditors</source>
        <translation>мораторий на требования кредиторов</translation>
    </message>
    <message>
        <source>account closing</source>
        <translation>счёт закрывается</translation>
    </message>
    <message>
        <source>account in limited mode</source>
        <translation>счёт в ограниченном режиме</translation>
    </message>
    <message>
        <source>urgent transfers limited</source>
        <translation>срочные переводы ограничены</translation>
    </message>
    <message>
        <source>limits for indirect participants</source>
        <translation>ограничения для косвенных участников</translation>
    </message>
    <message>
        <source>branch becomes an internal unit</source>
        <translation>филиал становится внутренним подразделением</translation>
    </message>
    <message>
        <source>This is no directory of banks, or the file is damaged. It was not read. A directory comes from the Bank of Russia as an XML file in the form ED807, or as a ZIP file with it.</source>
        <translation>Это не справочник банков, или файл повреждён. Он не прочитан. Справочник Банка России — это файл XML в формате ED807 или архив ZIP с ним.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::EnvironmentStripe</name>
    <message>
        <source>PRACTICE</source>
        <extracomment>Stripe of a profile that talks to the practice bank on this computer; capitals</extracomment>
        <translation>ТРЕНИРОВКА</translation>
    </message>
    <message>
        <source>DEMO</source>
        <extracomment>Stripe of a profile that talks to the bank&apos;s test stand; capitals</extracomment>
        <translation>СТЕНД БАНКА</translation>
    </message>
    <message>
        <source>LIVE</source>
        <extracomment>Stripe of a profile that moves real money; capitals</extracomment>
        <translation>БОЕВОЙ РЕЖИМ</translation>
    </message>
    <message>
        <source>practice bank on this computer — no real money moves</source>
        <translation>тренировочный банк на этом компьютере — настоящие деньги не списываются</translation>
    </message>
    <message>
        <source>the bank&apos;s test stand — no real money moves</source>
        <translation>испытательный стенд банка — настоящие деньги не списываются</translation>
    </message>
    <message>
        <source>real money is paid</source>
        <translation>списываются настоящие деньги</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ErrorWords</name>
    <message>
        <source>Nothing was entered. Fill in the field.</source>
        <translation>Ничего не введено. Заполните поле.</translation>
    </message>
    <message>
        <source>The value is too short or too long. Correct it.</source>
        <translation>Значение слишком короткое или слишком длинное. Исправьте его.</translation>
    </message>
    <message>
        <source>The value holds a character that does not belong there. Correct it.</source>
        <translation>В значении есть лишний символ. Исправьте его.</translation>
    </message>
    <message>
        <source>The value is not written as it should be. Correct it.</source>
        <translation>Значение записано не так, как нужно. Исправьте его.</translation>
    </message>
    <message>
        <source>The number is too small or too large. Correct it.</source>
        <translation>Число слишком мало или слишком велико. Исправьте его.</translation>
    </message>
    <message>
        <source>A check digit does not fit. Compare the value with the document.</source>
        <translation>Контрольная цифра не сходится. Сверьте значение с документом.</translation>
    </message>
    <message>
        <source>This value is not permitted here. Choose another one.</source>
        <translation>Это значение здесь не разрешено. Выберите другое.</translation>
    </message>
    <message>
        <source>The bank&apos;s message can&apos;t be read. It is kept as it came; ask the bank about it.</source>
        <translation>Сообщение банка не читается. Оно сохранено таким, каким пришло; спросите о нём банк.</translation>
    </message>
    <message>
        <source>The bank&apos;s message lacks something that it must hold. It is kept; ask the bank about it.</source>
        <translation>В сообщении банка нет того, что в нём должно быть. Оно сохранено; спросите о нём банк.</translation>
    </message>
    <message>
        <source>The bank&apos;s message holds a value that can&apos;t be used. It is kept; ask the bank about it.</source>
        <translation>В сообщении банка есть значение, которое нельзя использовать. Оно сохранено; спросите о нём банк.</translation>
    </message>
    <message>
        <source>The signature does not fit the message, so nothing in it is believed.</source>
        <translation>Подпись не подходит к сообщению, поэтому ему нельзя верить.</translation>
    </message>
    <message>
        <source>The bank could not be reached. Check the connection and try again.</source>
        <translation>Связаться с банком не удалось. Проверьте подключение и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The bank refused the request.</source>
        <translation>Банк отказал в запросе.</translation>
    </message>
    <message>
        <source>The key file can&apos;t be opened. Check where it is and whether you may read it.</source>
        <translation>Файл ключа не открывается. Проверьте, где он лежит и можно ли вам его читать.</translation>
    </message>
    <message>
        <source>The key file is damaged. Take the backup copy.</source>
        <translation>Файл ключа повреждён. Возьмите резервную копию.</translation>
    </message>
    <message>
        <source>The key is protected. Enter its password.</source>
        <translation>Ключ защищён. Введите его пароль.</translation>
    </message>
    <message>
        <source>This password does not open the key. Enter it again. Caps Lock or another keyboard language may be the reason.</source>
        <translation>Этот пароль не открывает ключ. Введите его ещё раз. Возможно, включён Caps Lock или другая раскладка клавиатуры.</translation>
    </message>
    <message>
        <source>The bank needs an RSA key; this is a key of another kind.</source>
        <translation>Банку нужен ключ RSA, а это ключ другого вида.</translation>
    </message>
    <message>
        <source>This is a public key. Choose the file with your private key.</source>
        <translation>Это открытый ключ. Выберите файл с вашим закрытым ключом.</translation>
    </message>
    <message>
        <source>This is a private key. Choose the public key, and never hand the private one out.</source>
        <translation>Это закрытый ключ. Выберите открытый ключ и никогда не передавайте закрытый.</translation>
    </message>
    <message>
        <source>The key is shorter than 2048 bits. Make a new one.</source>
        <translation>Ключ короче 2048 бит. Создайте новый.</translation>
    </message>
    <message>
        <source>The key is not safe to use. Make a new one.</source>
        <translation>Пользоваться этим ключом небезопасно. Создайте новый.</translation>
    </message>
    <message>
        <source>The key file is not protected by a password. Give it one first.</source>
        <translation>Файл ключа не защищён паролем. Сначала задайте пароль.</translation>
    </message>
    <message>
        <source>The password is too easy to guess. Choose a longer one.</source>
        <translation>Пароль слишком легко подобрать. Выберите пароль длиннее.</translation>
    </message>
    <message>
        <source>Signing failed. Restart the program; install it again if this goes on.</source>
        <translation>Подписать не удалось. Перезапустите программу; если это повторится, установите её заново.</translation>
    </message>
    <message>
        <source>The signing key is locked. Enter its password, then do this again.</source>
        <translation>Ключ подписи заблокирован. Введите его пароль и повторите действие.</translation>
    </message>
    <message>
        <source>The data can&apos;t be opened. Check the disk and your rights.</source>
        <translation>Данные не открываются. Проверьте диск и свои права.</translation>
    </message>
    <message>
        <source>Another Countersign has these data open. Use that window.</source>
        <translation>Эти данные уже открыты в другом окне Countersign. Пользуйтесь тем окном.</translation>
    </message>
    <message>
        <source>These data were written by a newer version. Update the program.</source>
        <translation>Эти данные записаны более новой версией. Обновите программу.</translation>
    </message>
    <message>
        <source>This file does not belong to Countersign. Choose another folder.</source>
        <translation>Этот файл не принадлежит Countersign. Выберите другую папку.</translation>
    </message>
    <message>
        <source>The data are damaged. Restore a backup.</source>
        <translation>Данные повреждены. Восстановите их из резервной копии.</translation>
    </message>
    <message>
        <source>This has already been done or excludes something done before. Nothing was changed.</source>
        <translation>Это уже сделано или противоречит сделанному раньше. Ничего не изменено.</translation>
    </message>
    <message>
        <source>This payout is not there any more.</source>
        <translation>Этой выплаты больше нет.</translation>
    </message>
    <message>
        <source>The send journal knows requests that the data do not. Sending is frozen until the bank has been asked about each of them.</source>
        <translation>В журнале отправки есть запросы, которых нет в данных. Отправка остановлена, пока банк не опрошен о каждом из них.</translation>
    </message>
    <message>
        <source>The record of what happened has been altered. Sending is frozen.</source>
        <translation>Журнал действий изменён. Отправка остановлена.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check where it is and whether you may read it.</source>
        <translation>Файл не читается. Проверьте, где он лежит и можно ли вам его читать.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written. Check the folder, your rights and the free space.</source>
        <translation>Файл не удаётся записать. Проверьте папку, свои права и свободное место.</translation>
    </message>
    <message>
        <source>The file is larger than such a file can be. Choose the right one, or split it.</source>
        <translation>Файл больше, чем может быть такой файл. Выберите правильный или разделите его.</translation>
    </message>
    <message>
        <source>The file has changed since its reading began. Close the program that writes it and read it again.</source>
        <translation>Файл изменился с начала чтения. Закройте программу, которая его записывает, и прочитайте его ещё раз.</translation>
    </message>
    <message>
        <source>The file is damaged, or of another kind than expected. Have it made anew.</source>
        <translation>Файл повреждён или другого вида, чем ожидалось. Сделайте его заново.</translation>
    </message>
    <message>
        <source>It was stopped; nothing has been taken.</source>
        <translation>Остановлено; ничего не взято.</translation>
    </message>
    <message>
        <source>The control total is not what the chosen rows add up to. Compare both with the source.</source>
        <translation>Контрольная сумма не равна сумме выбранных строк. Сверьте то и другое с источником.</translation>
    </message>
    <message>
        <source>One of the documents was imported while you were looking at the file. Read the file again.</source>
        <translation>Пока вы смотрели файл, один из документов уже загрузили. Прочитайте файл ещё раз.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be read. Correct them or set the profile up again.</source>
        <translation>Настройки не читаются. Исправьте их или создайте профиль заново.</translation>
    </message>
    <message>
        <source>There is no profile of this name. Set one up.</source>
        <translation>Профиля с таким именем нет. Создайте его.</translation>
    </message>
    <message>
        <source>This is no longer possible: the payout has moved on. Look at it again.</source>
        <translation>Это больше невозможно: выплата ушла вперёд. Посмотрите на неё ещё раз.</translation>
    </message>
    <message>
        <source>Sending is frozen. See why at the top of the window; lift the freeze first.</source>
        <translation>Отправка остановлена. Причина указана вверху окна; сначала возобновите отправку.</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Сначала напишите причину.</translation>
    </message>
    <message>
        <source>The bank&apos;s answer has changed since it was shown. Look at it again.</source>
        <translation>Ответ банка изменился с тех пор, как был показан. Посмотрите его ещё раз.</translation>
    </message>
    <message>
        <source>The webhook address is in use or not permitted. Choose another port.</source>
        <translation>Адрес для уведомлений занят или не разрешён. Выберите другой порт.</translation>
    </message>
    <message>
        <source>Something in the program went wrong. Nothing was sent; please report it.</source>
        <translation>В программе произошёл сбой. Ничего не отправлено; пожалуйста, сообщите об этом.</translation>
    </message>
    <message>
        <source>Something went wrong (%1).</source>
        <translation>Произошёл сбой (%1).</translation>
    </message>
    <message>
        <source>The payout is not waiting for a confirmation.</source>
        <translation>Выплата не ждёт подтверждения.</translation>
    </message>
    <message>
        <source>The bank is not ready to pay exactly this one payout.</source>
        <translation>Банк не готов исполнить ровно эту одну выплату.</translation>
    </message>
    <message>
        <source>The bank has sent another answer since. Review it again.</source>
        <translation>Банк с тех пор прислал другой ответ. Проверьте его заново.</translation>
    </message>
    <message>
        <source>The bank would pay something else than you asked for. Only cancelling is possible.</source>
        <translation>Ответ банка не совпадает с вашей заявкой. Возможна только отмена.</translation>
    </message>
    <message>
        <source>A difference has not been acknowledged. Review the payout again.</source>
        <translation>Одно из расхождений не отмечено. Проверьте выплату ещё раз.</translation>
    </message>
    <message>
        <source>What was confirmed is not what is stored. Review the payout again.</source>
        <translation>Подтверждено не то, что сохранено. Проверьте выплату ещё раз.</translation>
    </message>
    <message>
        <source>The decision is not signed by somebody who may confirm this amount.</source>
        <translation>Решение подписано не тем, кто может подтвердить эту сумму.</translation>
    </message>
    <message>
        <source>Another person has to confirm this payout.</source>
        <translation>Эту выплату должен подтвердить другой человек.</translation>
    </message>
    <message>
        <source>The decision has expired or was taken too quickly. Review the payout again.</source>
        <translation>Решение устарело или принято слишком быстро. Проверьте выплату ещё раз.</translation>
    </message>
    <message>
        <source>The bank was not asked within the last minute. Try again in a moment.</source>
        <translation>В последнюю минуту банк не опрашивали. Попробуйте через минуту.</translation>
    </message>
    <message>
        <source>Sending is frozen. See why at the top of the window.</source>
        <translation>Отправка остановлена. Причина указана вверху окна.</translation>
    </message>
    <message>
        <source>Another desk is sending for this profile now.</source>
        <translation>По этому профилю сейчас отправляет другое рабочее место.</translation>
    </message>
    <message>
        <source>The confirmation was refused by the rule “%1”.</source>
        <translation>Подтверждение не пропущено правилом «%1».</translation>
    </message>
    <message>
        <source>This recipient was not paid before. Open the draft and type the last six digits of the account again, from the paper.</source>
        <translation>Этому получателю ещё не платили. Откройте черновик и ещё раз введите последние шесть цифр счёта, глядя в документ.</translation>
    </message>
    <message>
        <source>This looks like a payout that was made before. Open the draft and say that you know of it.</source>
        <translation>Эта выплата похожа на более раннюю. Откройте черновик и отметьте, что знаете о ней.</translation>
    </message>
    <message>
        <source>The payout is over a limit, outside working hours, from an account that is not permitted, or to a recipient that nobody has compared with the paper.</source>
        <translation>Выплата выше лимита, вне рабочих часов, со счёта, с которого платить не разрешено, или получателю, которого никто не сверил с документом.</translation>
    </message>
    <message>
        <source>The send journal knows sessions that the data do not, and the bank has not been asked about them. Unlock the signing key, wait for the bank&apos;s answers, then lift the freeze.</source>
        <translation>В журнале отправки есть сессии, которых нет в данных, и банк о них ещё не опрошен. Разблокируйте ключ подписи, дождитесь ответов банка, затем возобновите отправку.</translation>
    </message>
    <message>
        <source>The send journal knows sessions that the data do not, and the bank has not answered about each of them yet. Check the connection, wait for the bank&apos;s answers, then lift the freeze.</source>
        <translation>В журнале отправки есть сессии, которых нет в данных, и банк ответил ещё не о каждой из них. Проверьте соединение, дождитесь ответов банка, затем возобновите отправку.</translation>
    </message>
    <message>
        <source>This is not a key file: it is empty, or holds something else, such as a letter or a certificate. Choose the PEM file with the key.</source>
        <translation>Это не файл ключа: он пуст или в нём что-то другое, например письмо или сертификат. Выберите файл PEM с ключом.</translation>
    </message>
    <message>
        <source>The private and the public key do not belong together: the file holds another key than the one that was set up and sent to the bank. Choose the right file.</source>
        <translation>Закрытый и открытый ключ не подходят друг к другу: в файле не тот ключ, который был настроен и отправлен в банк. Выберите правильный файл.</translation>
    </message>
    <message>
        <source>This is your own public key, the one that you send to the bank. Choose the public key that the bank gave you.</source>
        <translation>Это ваш собственный открытый ключ — тот, который вы отправляете в банк. Выберите открытый ключ, который дал вам банк.</translation>
    </message>
    <message>
        <source>The bank&apos;s public key is not the one that was compared with the bank. Compare its fingerprint with the bank by phone.</source>
        <translation>Открытый ключ банка — не тот, который сверяли с банком. Сверьте его отпечаток с банком по телефону.</translation>
    </message>
    <message>
        <source>The backup is not as it was written: a part of it is missing or altered. Nothing was changed; take another backup.</source>
        <translation>Резервная копия не такая, какой была записана: её часть отсутствует или изменена. Ничего не изменилось; возьмите другую копию.</translation>
    </message>
    <message>
        <source>This computer has a profile of that name. Open it, and restore the backup there.</source>
        <translation>На этом компьютере уже есть профиль с таким именем. Откройте его и восстановите копию в нём.</translation>
    </message>
    <message>
        <source>A practice profile stays with its practice bank and can&apos;t be brought to another computer. Set up a new one here.</source>
        <translation>Тренировочный профиль остаётся со своим тренировочным банком, перенести его на другой компьютер нельзя. Создайте здесь новый.</translation>
    </message>
    <message>
        <source>The backup is of a profile of another kind: practice, demo and live are never mixed. Choose a backup of this profile.</source>
        <translation>Это копия профиля другого вида: тренировка, стенд банка и боевой профиль не смешиваются. Выберите копию этого профиля.</translation>
    </message>
    <message>
        <source>The backup belongs to another project at the bank. Choose a backup of this profile.</source>
        <translation>Копия относится к другому проекту в банке. Выберите копию этого профиля.</translation>
    </message>
    <message>
        <source>The backup is of another profile. Choose one of this profile.</source>
        <translation>Это копия другого профиля. Выберите копию этого профиля.</translation>
    </message>
    <message>
        <source>This payout was sent again before, as No. %1. See what became of that one.</source>
        <translation>Вместо этой выплаты уже отправлена другая, № %1. Посмотрите, что стало с ней.</translation>
    </message>
    <message>
        <source>The payout can&apos;t be sent yet: its form marks what is to be corrected.</source>
        <translation>Выплату пока нельзя отправить: что исправить, отмечено в её форме.</translation>
    </message>
    <message>
        <source>This attempt was given up, or an earlier session, of this payout or of the one that it pays again, is not known to have ended without money.</source>
        <translation>Эта попытка оставлена, или неизвестно, закончилась ли без списания денег более ранняя сессия: этой выплаты или той, которую она повторяет.</translation>
    </message>
    <message>
        <source>The data could not be written, so nothing is sent any more. Check that the disk is connected and sound, then restart the program.</source>
        <translation>Данные не удалось записать, поэтому больше ничего не отправляется. Проверьте, подключён ли диск и исправен ли он, затем перезапустите программу.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more is written or sent. Free space on it and restart the program.</source>
        <translation>Диск переполнен, поэтому больше ничего не записывается и не отправляется. Освободите на нём место и перезапустите программу.</translation>
    </message>
    <message>
        <source>The send journal could not be written, so nothing is sent any more. Check that its disk is connected and sound, then restart the program.</source>
        <translation>Журнал отправки не удалось записать, поэтому больше ничего не отправляется. Проверьте, подключён ли его диск и исправен ли он, затем перезапустите программу.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ExportWindow</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>All payouts under %1 are written, in the order of the list.</source>
        <translation>Записываются все выплаты из папки «%1» в порядке списка.</translation>
    </message>
    <message>
        <source>The payouts under %1 that the search “%2” finds are written, in the order of the list.</source>
        <translation>Записываются выплаты из папки «%1», найденные по запросу «%2», в порядке списка.</translation>
    </message>
    <message>
        <source>Workbook (.xlsx)</source>
        <translation>Книга Excel (.xlsx)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>1C exchange, executed payments (kl_to_1c.txt)</source>
        <translation>Обмен с 1С, исполненные платежи (kl_to_1c.txt)</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Точка с запятой</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Запятая</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляция</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>Раз&amp;делитель</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Сколько уже сделано</translation>
    </message>
    <message>
        <source>Write the list into a file</source>
        <translation>Экспорт списка в файл</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Choose a name and write…</source>
        <translation>Выбрать файл и сохранить…</translation>
    </message>
    <message>
        <source>For spreadsheets: accounts are texts and amounts are numbers.</source>
        <translation>Для электронных таблиц: счета записаны текстом, суммы — числами.</translation>
    </message>
    <message>
        <source>For other programs. A spreadsheet that opens a CSV file rounds account numbers: take a workbook there.</source>
        <translation>Для других программ. Электронная таблица, открывая CSV, округляет номера счетов: для неё выберите книгу Excel.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Amount, roubles</source>
        <translation>Сумма, руб.</translation>
    </message>
    <message>
        <source>Purpose of payment</source>
        <translation>Назначение платежа</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>Со счёта</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Номер документа</translation>
    </message>
    <message>
        <source>Document date</source>
        <translation>Дата документа</translation>
    </message>
    <message>
        <source>Bank session</source>
        <translation>Сессия банка</translation>
    </message>
    <message>
        <source>Bank payment</source>
        <translation>Платёж банка</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Выплаты</translation>
    </message>
    <message>
        <source>payouts-%1</source>
        <translation>выплаты-%1</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Файл не записан.</translation>
    </message>
    <message>
        <source>Nothing half-written is left: what was under that name is as before.</source>
        <translation>Недописанного файла не осталось: под этим именем всё как прежде.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Список пуст.</translation>
    </message>
    <message>
        <source>Payouts written: %1.</source>
        <translation>Записано выплат: %1.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Остановлено. Ничего не записано.</translation>
    </message>
    <message>
        <source>No real money has moved in this profile: do not load this file into the accounts of a company. It would mark payments as paid there.</source>
        <translation>В этом профиле настоящие деньги не уходили: не загружайте этот файл в учёт компании. Он отметил бы там платежи как исполненные.</translation>
    </message>
    <message>
        <source>All payouts are written, in the order of the list.</source>
        <translation>Записываются все выплаты в порядке списка.</translation>
    </message>
    <message>
        <source>For the accounting program: payments that the bank has executed, with their dates, so that they are marked as paid there. Everything else is left out, also what came back. There are no balances in it: Countersign does not know those of earlier days.</source>
        <translation>Для бухгалтерской программы: платежи, исполненные банком, с датами списания, чтобы отметить их как оплаченные. Всё остальное не записывается, в том числе возвращённые платежи. Остатков в файле нет: остатков за прошлые дни Countersign не знает.</translation>
    </message>
    <message>
        <source>None of these payouts is paid.</source>
        <translation>Ни одна из этих выплат не оплачена.</translation>
    </message>
    <message>
        <source>Left out because they are not paid, or came back: %1.</source>
        <translation>Не записаны, так как не оплачены или вернулись: %1.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FindingSummary</name>
    <message>
        <source>Account to pay from is missing</source>
        <translation>Не выбран счёт списания</translation>
    </message>
    <message>
        <source>Account to pay from can&apos;t be used</source>
        <translation>Счёт списания не подходит</translation>
    </message>
    <message>
        <source>Recipient is missing</source>
        <translation>Не указан получатель</translation>
    </message>
    <message>
        <source>Recipient&apos;s name is too long</source>
        <translation>Слишком длинное наименование получателя</translation>
    </message>
    <message>
        <source>Recipient&apos;s name holds an unseen character</source>
        <translation>Невидимый символ в наименовании получателя</translation>
    </message>
    <message>
        <source>Recipient&apos;s name holds an unusual character</source>
        <translation>Необычный символ в наименовании получателя</translation>
    </message>
    <message>
        <source>Recipient&apos;s name mixes two alphabets</source>
        <translation>Два алфавита в наименовании получателя</translation>
    </message>
    <message>
        <source>Recipient&apos;s name is without ИП</source>
        <translation>В наименовании получателя нет «ИП»</translation>
    </message>
    <message>
        <source>A company&apos;s name, a person&apos;s account</source>
        <translation>Наименование компании, а счёт физлица</translation>
    </message>
    <message>
        <source>Recipient&apos;s name is without a legal form</source>
        <translation>В наименовании получателя нет формы (ООО, АО)</translation>
    </message>
    <message>
        <source>INN is missing</source>
        <translation>Не указан ИНН</translation>
    </message>
    <message>
        <source>INN is not complete or not right</source>
        <translation>ИНН введён не полностью или неверно</translation>
    </message>
    <message>
        <source>INN is an organisation&apos;s</source>
        <translation>ИНН принадлежит организации</translation>
    </message>
    <message>
        <source>INN is a person&apos;s</source>
        <translation>ИНН принадлежит физлицу</translation>
    </message>
    <message>
        <source>INN check digits</source>
        <translation>Контрольные цифры ИНН</translation>
    </message>
    <message>
        <source>KPP is missing</source>
        <translation>Не указан КПП</translation>
    </message>
    <message>
        <source>KPP is not complete or not right</source>
        <translation>КПП введён не полностью или неверно</translation>
    </message>
    <message>
        <source>KPP must be empty</source>
        <translation>КПП должен быть пустым</translation>
    </message>
    <message>
        <source>BIK is missing</source>
        <translation>Не указан БИК</translation>
    </message>
    <message>
        <source>BIK is not complete or not right</source>
        <translation>БИК введён не полностью или неверно</translation>
    </message>
    <message>
        <source>BIK is not in the directory</source>
        <translation>БИК не найден в справочнике</translation>
    </message>
    <message>
        <source>Bank takes no payouts</source>
        <translation>Банк не принимает выплаты</translation>
    </message>
    <message>
        <source>Bank has no licence</source>
        <translation>У банка нет лицензии</translation>
    </message>
    <message>
        <source>BIK is open and takes payments</source>
        <translation>БИК действует и принимает платежи</translation>
    </message>
    <message>
        <source>No BIK directory to look in</source>
        <translation>Нет справочника БИК</translation>
    </message>
    <message>
        <source>BIK directory is old</source>
        <translation>Справочник БИК устарел</translation>
    </message>
    <message>
        <source>Recipient&apos;s account is missing</source>
        <translation>Не указан счёт получателя</translation>
    </message>
    <message>
        <source>Recipient&apos;s account is not complete or not right</source>
        <translation>Счёт получателя введён не полностью или неверно</translation>
    </message>
    <message>
        <source>Recipient&apos;s account is not in roubles</source>
        <translation>Счёт получателя не рублёвый</translation>
    </message>
    <message>
        <source>Account type receives no payouts</source>
        <translation>На счета этого вида выплаты не идут</translation>
    </message>
    <message>
        <source>Account of a non-resident</source>
        <translation>Счёт нерезидента</translation>
    </message>
    <message>
        <source>Recipient&apos;s account is the one to pay from</source>
        <translation>Счёт получателя — это счёт списания</translation>
    </message>
    <message>
        <source>Account is a deposit</source>
        <translation>Это счёт вклада</translation>
    </message>
    <message>
        <source>Account type may receive payouts</source>
        <translation>На счёт этого вида можно платить</translation>
    </message>
    <message>
        <source>Account control digit</source>
        <translation>Контрольный ключ счёта</translation>
    </message>
    <message>
        <source>Amount is missing</source>
        <translation>Не указана сумма</translation>
    </message>
    <message>
        <source>Amount is not right</source>
        <translation>Сумма введена неверно</translation>
    </message>
    <message>
        <source>Amount is above the limit</source>
        <translation>Сумма выше лимита</translation>
    </message>
    <message>
        <source>Amount is above the account&apos;s balance</source>
        <translation>Сумма больше остатка на счёте</translation>
    </message>
    <message>
        <source>Within the limit for one payout (%1&#xa0;₽)</source>
        <translation>В пределах лимита одной выплаты (%1&#xa0;₽)</translation>
    </message>
    <message>
        <source>Purpose is missing</source>
        <translation>Не указано назначение платежа</translation>
    </message>
    <message>
        <source>Purpose is too long</source>
        <translation>Слишком длинное назначение</translation>
    </message>
    <message>
        <source>Purpose holds a character to take out</source>
        <translation>В назначении есть лишний символ</translation>
    </message>
    <message>
        <source>Purpose mixes two alphabets</source>
        <translation>В назначении смешаны два алфавита</translation>
    </message>
    <message>
        <source>Purpose is sent with other characters</source>
        <translation>Назначение уйдёт с другими символами</translation>
    </message>
    <message>
        <source>Purpose says nothing about VAT</source>
        <translation>В назначении ничего нет об НДС</translation>
    </message>
    <message>
        <source>Currency code is not well-formed</source>
        <translation>Код валютной операции записан неверно</translation>
    </message>
    <message>
        <source>Currency code may be needed</source>
        <translation>Может понадобиться код валютной операции</translation>
    </message>
    <message>
        <source>Currency code is not needed</source>
        <translation>Код валютной операции не нужен</translation>
    </message>
    <message>
        <source>Purpose length and characters</source>
        <translation>Длина и символы назначения</translation>
    </message>
    <message>
        <source>VAT in the purpose differs</source>
        <translation>НДС в назначении отличается</translation>
    </message>
    <message>
        <source>VAT rate is not in force</source>
        <translation>Ставка НДС не действует</translation>
    </message>
    <message>
        <source>Bank is being liquidated</source>
        <translation>Банк ликвидируется</translation>
    </message>
    <message>
        <source>Bank is under a moratorium</source>
        <translation>В банке действует мораторий</translation>
    </message>
    <message>
        <source>Bank&apos;s account is closing</source>
        <translation>Счёт банка закрывается</translation>
    </message>
    <message>
        <source>Bank&apos;s account is limited</source>
        <translation>Счёт банка ограничен</translation>
    </message>
    <message>
        <source>Bank is limited in urgent transfers</source>
        <translation>Срочные переводы банка ограничены</translation>
    </message>
    <message>
        <source>Limits for those who take part through the bank</source>
        <translation>Ограничения для косвенных участников банка</translation>
    </message>
    <message>
        <source>Branch becomes an internal unit of its bank</source>
        <translation>Филиал становится внутренним подразделением банка</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FindingWords</name>
    <message>
        <source>%1 · corr. account %2</source>
        <translation>%1 · корр. счёт %2</translation>
    </message>
    <message>
        <source>Choose the account to pay from.</source>
        <translation>Выберите счёт списания.</translation>
    </message>
    <message>
        <source>The account to pay from holds “%1”. An account has digits only.</source>
        <translation>В счёте списания есть «%1». Номер счёта состоит только из цифр.</translation>
    </message>
    <message>
        <source>The account to pay from has %1 digits. An account has 20.</source>
        <translation>Цифр в счёте списания: %1. В номере счёта их 20.</translation>
    </message>
    <message>
        <source>%1 is not an account of this profile. Choose one from the list.</source>
        <translation>%1 — не счёт этого профиля. Выберите счёт из списка.</translation>
    </message>
    <message>
        <source>Enter who is paid, as the contract or invoice has it.</source>
        <translation>Укажите, кому платите, — как в договоре или счёте на оплату.</translation>
    </message>
    <message>
        <source>The name has %1 characters and may have %2. Shorten it.</source>
        <translation>Символов в наименовании: %1, а можно не больше %2. Сократите его.</translation>
    </message>
    <message>
        <source>The name holds a control character (%1). Type the name anew.</source>
        <translation>В наименовании есть управляющий символ (%1). Введите наименование заново.</translation>
    </message>
    <message>
        <source>The name holds a character that can&apos;t be seen (%1). Type the name anew.</source>
        <translation>В наименовании есть невидимый символ (%1). Введите наименование заново.</translation>
    </message>
    <message>
        <source>“%1” may be lost on the way between banks. Write the name without it.</source>
        <translation>Символ «%1» может потеряться по пути между банками. Напишите наименование без него.</translation>
    </message>
    <message>
        <source>“%1” mixes Latin and Cyrillic letters. Type this word anew in one alphabet.</source>
        <translation>В слове «%1» смешаны латинские и русские буквы. Введите его заново одним алфавитом.</translation>
    </message>
    <message>
        <source>This is an account of a sole proprietor: the name should begin with “ИП ”.</source>
        <translation>Это счёт индивидуального предпринимателя: наименование должно начинаться с «ИП ».</translation>
    </message>
    <message>
        <source>The name is a company&apos;s (%1), but the account is a person&apos;s. Compare both with the invoice.</source>
        <translation>Наименование принадлежит компании (%1), а счёт — физическому лицу. Сверьте то и другое со счётом на оплату.</translation>
    </message>
    <message>
        <source>The account is an organisation&apos;s. Its name usually has a legal form, such as ООО or АО.</source>
        <translation>Это счёт организации. В её наименовании обычно есть организационно-правовая форма, например ООО или АО.</translation>
    </message>
    <message>
        <source>Enter the INN; this kind of recipient needs one.</source>
        <translation>Укажите ИНН: такому получателю он нужен.</translation>
    </message>
    <message>
        <source>The INN holds “%1”. An INN has digits only.</source>
        <translation>В ИНН есть «%1». ИНН состоит только из цифр.</translation>
    </message>
    <message>
        <source>An INN never begins with 00. Compare it with the invoice.</source>
        <translation>ИНН не начинается с 00. Сверьте его со счётом на оплату.</translation>
    </message>
    <message>
        <source>The account is a person&apos;s, whose INN has 12 digits. Typed: %1.</source>
        <translation>Это счёт физического лица, а в его ИНН 12 цифр. Введено: %1.</translation>
    </message>
    <message>
        <source>The account is an organisation&apos;s, whose INN has 10 digits. Typed: %1.</source>
        <translation>Это счёт организации, а в её ИНН 10 цифр. Введено: %1.</translation>
    </message>
    <message>
        <source>The check digits of the INN do not fit; %1 would. A digit may be mistyped: compare the INN with the invoice.</source>
        <translation>Контрольные цифры ИНН не сходятся; подошло бы %1. Возможна опечатка: сверьте ИНН со счётом на оплату.</translation>
    </message>
    <message>
        <source>No typing error found in the INN.</source>
        <translation>Опечаток в ИНН не найдено.</translation>
    </message>
    <message>
        <source>Enter the KPP; an organisation has one.</source>
        <translation>Укажите КПП: у организации он есть.</translation>
    </message>
    <message>
        <source>The KPP holds “%1”. It has digits, and at places 5 and 6 also capital Latin letters.</source>
        <translation>В КПП есть «%1». КПП состоит из цифр, а на 5-м и 6-м местах возможны и заглавные латинские буквы.</translation>
    </message>
    <message>
        <source>A KPP never begins with 00. Compare it with the invoice.</source>
        <translation>КПП не начинается с 00. Сверьте его со счётом на оплату.</translation>
    </message>
    <message>
        <source>A person has no KPP. Leave this field empty.</source>
        <translation>У физического лица нет КПП. Оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Enter the BIK of the recipient&apos;s bank.</source>
        <translation>Укажите БИК банка получателя.</translation>
    </message>
    <message>
        <source>The BIK holds “%1”. A BIK has digits only.</source>
        <translation>В БИК есть «%1». БИК состоит только из цифр.</translation>
    </message>
    <message>
        <source>No bank has this BIK in the directory of %1. Compare it with the invoice.</source>
        <translation>В справочнике от %1 нет банка с таким БИК. Сверьте БИК со счётом на оплату.</translation>
    </message>
    <message>
        <source>%1 does not take payouts under this BIK. Ask the recipient for the bank&apos;s details.</source>
        <translation>%1 не принимает выплаты по этому БИК. Уточните у получателя реквизиты банка.</translation>
    </message>
    <message>
        <source>The licence of %1 was withdrawn. Ask the recipient for an account with another bank.</source>
        <translation>У банка отозвана лицензия: %1. Попросите у получателя счёт в другом банке.</translation>
    </message>
    <message>
        <source>There is no BIK directory here, so the bank&apos;s name can&apos;t be shown.</source>
        <translation>Здесь нет справочника БИК, поэтому название банка показать нельзя.</translation>
    </message>
    <message>
        <source>Enter the recipient&apos;s account.</source>
        <translation>Укажите счёт получателя.</translation>
    </message>
    <message>
        <source>The account holds “%1”. An account has digits only.</source>
        <translation>В счёте есть «%1». Номер счёта состоит только из цифр.</translation>
    </message>
    <message>
        <source>This is not a rouble account: digits 6 to 8 are %1 and not 810. Ask the recipient for a rouble account.</source>
        <translation>Это не рублёвый счёт: цифры с 6-й по 8-ю — %1, а не 810. Попросите у получателя рублёвый счёт.</translation>
    </message>
    <message>
        <source>The bank pays nothing to accounts that begin with %1. Ask the recipient for another account.</source>
        <translation>Банк не платит на счета, которые начинаются с %1. Попросите у получателя другой счёт.</translation>
    </message>
    <message>
        <source>This is an account of a non-resident person. The bank may refuse it; ask your manager there.</source>
        <translation>Это счёт физического лица — нерезидента. Банк может отказать; спросите своего менеджера в банке.</translation>
    </message>
    <message>
        <source>This is the account to pay from. Enter the recipient&apos;s account.</source>
        <translation>Это счёт списания. Укажите счёт получателя.</translation>
    </message>
    <message>
        <source>This is a deposit. Many deposits take money from their owner only.</source>
        <translation>Это счёт вклада. Многие вклады принимают деньги только от своего владельца.</translation>
    </message>
    <message>
        <source>This kind of account may receive payouts.</source>
        <translation>На счёт этого вида можно платить.</translation>
    </message>
    <message>
        <source>The control digit does not fit this BIK (place 9 should be %1). A digit of the account or of the BIK may be mistyped: compare both with the invoice.</source>
        <translation>Контрольный ключ не подходит к этому БИК (на 9-м месте должна быть цифра %1). Возможна опечатка в счёте или в БИК: сверьте оба со счётом на оплату.</translation>
    </message>
    <message>
        <source>No typing error found in the account.</source>
        <translation>Опечаток в номере счёта не найдено.</translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation>Укажите сумму.</translation>
    </message>
    <message>
        <source>This can&apos;t be read as an amount. Write it like 3500,00.</source>
        <translation>Это не удаётся прочитать как сумму. Напишите её так: 3500,00.</translation>
    </message>
    <message>
        <source>Kopecks have two digits. Nothing is rounded here.</source>
        <translation>В копейках две цифры. Здесь ничего не округляется.</translation>
    </message>
    <message>
        <source>The amount is larger than a payout can be.</source>
        <translation>Сумма больше, чем может быть у выплаты.</translation>
    </message>
    <message>
        <source>The amount must be more than nothing.</source>
        <translation>Сумма должна быть больше нуля.</translation>
    </message>
    <message>
        <source>The amount is above the limit for one payout, %1. Ask whoever keeps the settings.</source>
        <translation>Сумма выше лимита одной выплаты — %1. Обратитесь к тому, кто ведёт настройки.</translation>
    </message>
    <message>
        <source>The account holds %1 by the bank&apos;s last word, less than this amount. The bank may refuse the payout.</source>
        <translation>По последним данным банка на счёте %1 — меньше этой суммы. Банк может отказать в выплате.</translation>
    </message>
    <message>
        <source>Within the limit for one payout, %1.</source>
        <translation>В пределах лимита одной выплаты — %1.</translation>
    </message>
    <message>
        <source>Enter what is paid for: the contract or invoice, its date, and whether VAT is included.</source>
        <translation>Укажите, за что платите: договор или счёт, его дату и включён ли НДС.</translation>
    </message>
    <message>
        <source>The purpose has %1 characters and may have %2. Shorten it.</source>
        <translation>Символов в назначении: %1, а можно не больше %2. Сократите его.</translation>
    </message>
    <message>
        <source>The bank refuses “%1” in a purpose. Take it out.</source>
        <translation>Банк не принимает «%1» в назначении платежа. Уберите этот символ.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t travel between banks. Take it out.</source>
        <translation>Символ «%1» не передаётся между банками. Уберите его.</translation>
    </message>
    <message>
        <source>The purpose holds a character that can&apos;t be seen (%1). Type the text anew.</source>
        <translation>В назначении есть невидимый символ (%1). Введите текст заново.</translation>
    </message>
    <message>
        <source>Some characters are replaced. This will be sent:</source>
        <translation>Некоторые символы заменены. Уйдёт такой текст:</translation>
    </message>
    <message>
        <source>The purpose does not say whether VAT is included. Banks may ask for it.</source>
        <translation>В назначении не сказано, включён ли НДС. Банки могут спросить об этом.</translation>
    </message>
    <message>
        <source>The currency code should look like {VO70060}: Latin VO, five digits, no spaces.</source>
        <translation>Код валютной операции пишется так: {VO70060} — латинские буквы VO, пять цифр, без пробелов.</translation>
    </message>
    <message>
        <source>A non-resident takes part: the purpose should begin with a currency code like {VO70060}.</source>
        <translation>Участвует нерезидент: назначение должно начинаться с кода валютной операции, например {VO70060}.</translation>
    </message>
    <message>
        <source>The currency code at the beginning is for payouts with non-residents only.</source>
        <translation>Код валютной операции в начале нужен только для выплат с участием нерезидентов.</translation>
    </message>
    <message>
        <source>Must be corrected</source>
        <translation>Нужно исправить</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Всё верно</translation>
    </message>
    <message>
        <source>Person: INN may be left empty, there is no KPP.</source>
        <translation>Физическое лицо: ИНН можно не указывать, КПП нет.</translation>
    </message>
    <message>
        <source>Sole proprietor: INN is required, KPP is not.</source>
        <translation>Индивидуальный предприниматель: ИНН обязателен, КПП нет.</translation>
    </message>
    <message>
        <source>Organisation: INN and KPP are required.</source>
        <translation>Организация: нужны ИНН и КПП.</translation>
    </message>
    <message>
        <source>This is a registration number (OGRN) of %1 digits. Enter the INN.</source>
        <translation>Это регистрационный номер (ОГРН), цифр: %1. Введите ИНН.</translation>
    </message>
    <message>
        <source>The BIK directory is of %1. Update it (Tools menu), banks change from day to day.</source>
        <translation>Справочник БИК от %1. Обновите его (меню «Сервис»): банки меняются каждый день.</translation>
    </message>
    <message>
        <source>At %1 % the amount holds VAT of %2; the purpose says something else.</source>
        <translation>При ставке %1 % в сумме содержится НДС %2; в назначении указано другое.</translation>
    </message>
    <message>
        <source>VAT of %1 % is not in force now. It can be right for an earlier delivery.</source>
        <translation>Ставка НДС %1 % сейчас не действует. Она может быть верной для более ранней поставки.</translation>
    </message>
    <message>
        <source>%1 is being liquidated. Ask the recipient for an account with another bank.</source>
        <translation>Банк ликвидируется: %1. Попросите у получателя счёт в другом банке.</translation>
    </message>
    <message>
        <source>%1 is under a moratorium on paying its creditors, so the recipient may not get the money. Ask for an account with another bank.</source>
        <translation>В банке введён мораторий на удовлетворение требований кредиторов: %1. Получатель может не получить деньги. Попросите счёт в другом банке.</translation>
    </message>
    <message>
        <source>The correspondent account of %1 is being closed. The payout may come back; ask the recipient for other bank details.</source>
        <translation>Корреспондентский счёт банка закрывается: %1. Выплата может вернуться; попросите у получателя другие банковские реквизиты.</translation>
    </message>
    <message>
        <source>The Bank of Russia keeps the correspondent account of %1 in limited mode. The payout may be held up or come back.</source>
        <translation>Банк России ведёт корреспондентский счёт этого банка в ограниченном режиме: %1. Выплата может задержаться или вернуться.</translation>
    </message>
    <message>
        <source>The Bank of Russia limits urgent transfers of %1. Send this payout as not urgent, or ask the bank.</source>
        <translation>Банк России ограничил срочные переводы этого банка: %1. Отправьте выплату как несрочную или уточните в банке.</translation>
    </message>
    <message>
        <source>The Bank of Russia limits those who take part through %1. An ordinary account there is not concerned.</source>
        <translation>Банк России ограничил косвенных участников этого банка: %1. Обычных счетов в нём это не касается.</translation>
    </message>
    <message>
        <source>%1 is becoming an internal unit of its bank, and this BIK will end. Ask the recipient for the new bank details.</source>
        <translation>%1 становится внутренним подразделением своего банка, и этот БИК перестанет действовать. Узнайте у получателя новые реквизиты.</translation>
    </message>
    <message>
        <source>The directory names BIK %1 in its place.</source>
        <translation>Справочник называет вместо него БИК %1.</translation>
    </message>
    <message>
        <source>An INN has 10 digits (organisation) or 12 (person); this one has %1.</source>
        <translation>В ИНН 10 цифр у организации или 12 у физического лица, а здесь %1.</translation>
    </message>
    <message>
        <source>A KPP has 9 characters; this one has %1.</source>
        <translation>В КПП 9 знаков, а здесь %1.</translation>
    </message>
    <message>
        <source>A BIK has 9 digits; this one has %1.</source>
        <translation>В БИК 9 цифр, а здесь %1.</translation>
    </message>
    <message>
        <source>An account has 20 digits; this one has %1.</source>
        <translation>В номере счёта 20 цифр, а здесь %1.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FolderModel</name>
    <message>
        <source>To do</source>
        <translation>Нужно сделать</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Учёт</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>folder and how many payouts are in it, for screen readers</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
</context>
<context>
    <name>countersign::ui::FoundElsewhere</name>
    <message numerus="yes">
        <source>Show %n found in all payouts</source>
        <translation>
            <numerusform>Показать %n найденную среди всех выплат</numerusform>
            <numerusform>Показать %n найденные среди всех выплат</numerusform>
            <numerusform>Показать %n найденных среди всех выплат</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FreezeBar</name>
    <message>
        <source>Lift the freeze…</source>
        <translation>Возобновить отправку…</translation>
    </message>
    <message>
        <source>Lift the freeze</source>
        <translation>Возобновить отправку</translation>
    </message>
    <message>
        <source>Nothing is sent: the data could not be written.</source>
        <translation>Ничего не отправляется: данные не удалось записать.</translation>
    </message>
    <message>
        <source>Nothing is sent for checking or confirmed; cancelling and asking the bank go on.</source>
        <translation>Выплаты не уходят на проверку и не подтверждаются; отмена и вопросы банку работают.</translation>
    </message>
    <message>
        <source>Freeze sending</source>
        <translation>Остановить отправку</translation>
    </message>
    <message>
        <source>This was not done.</source>
        <translation>Это не выполнено.</translation>
    </message>
    <message>
        <source>Freezing stops what could move money: nothing is sent for checking and nothing is confirmed, until the freeze is lifted. Cancelling and asking the bank go on. What the bank has already been told to pay, it pays.</source>
        <translation>Пока отправка остановлена, выплаты не уходят на проверку и не подтверждаются. Отменять выплаты и запрашивать их состояние можно. Подтверждённое раньше банк исполнит.</translation>
    </message>
    <message>
        <source>Lifting lets sending go on. Say why that is safe; the reason is kept in the record.</source>
        <translation>После этого отправка продолжится. Напишите, почему это безопасно; причина останется в журнале.</translation>
    </message>
    <message>
        <source>Nothing is sent: the disk is full.</source>
        <translation>Ничего не отправляется: диск переполнен.</translation>
    </message>
    <message>
        <source>Nothing is sent: the send journal could not be written.</source>
        <translation>Ничего не отправляется: журнал отправки не удалось записать.</translation>
    </message>
    <message>
        <source>Nothing is sent: the records could not be checked.</source>
        <translation>Ничего не отправляется: записи не удалось проверить.</translation>
    </message>
    <message>
        <source>Free space on the disk and restart the program.</source>
        <translation>Освободите место на диске и перезапустите программу.</translation>
    </message>
    <message>
        <source>What is shown is what was stored.</source>
        <translation>На экране то, что было сохранено раньше.</translation>
    </message>
    <message>
        <source>Check that the disk is connected and sound, save a backup to another one, then restart the program.</source>
        <translation>Проверьте, подключён ли диск и исправен ли он, сохраните резервную копию на другой диск, затем перезапустите программу.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::GroupConfirmWindow</name>
    <message>
        <source>Confirm several payouts</source>
        <translation>Подтвердить несколько выплат</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Something changed: review it by itself.</source>
        <translation>Что-то изменилось: проверьте эту выплату отдельно.</translation>
    </message>
    <message>
        <source>Reading the bank&apos;s answers…</source>
        <translation>Читаются ответы банка…</translation>
    </message>
    <message>
        <source>No payout is chosen.</source>
        <translation>Не выбрано ни одной выплаты.</translation>
    </message>
    <message>
        <source>Scroll to see the whole list; then it can be confirmed.</source>
        <translation>Прокрутите список до конца; после этого его можно подтвердить.</translation>
    </message>
    <message>
        <source>Take a moment to look.</source>
        <translation>Посмотрите внимательно.</translation>
    </message>
    <message numerus="yes">
        <source>%n payouts confirmed.</source>
        <translation>
            <numerusform>Подтверждена %n выплата.</numerusform>
            <numerusform>Подтверждены %n выплаты.</numerusform>
            <numerusform>Подтверждено %n выплат.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were not confirmed, see the list.</source>
        <translation>
            <numerusform>%n не подтверждена, смотрите список.</numerusform>
            <numerusform>%n не подтверждены, смотрите список.</numerusform>
            <numerusform>%n не подтверждено, смотрите список.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n payouts</source>
        <comment>chosen to be confirmed</comment>
        <translation>
            <numerusform>%n выплата</numerusform>
            <numerusform>%n выплаты</numerusform>
            <numerusform>%n выплат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more wait for a review of their own: something differs, is new or needs a look.</source>
        <translation>
            <numerusform>Ещё %n ждёт отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
            <numerusform>Ещё %n ждут отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
            <numerusform>Ещё %n ждут отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing that could be confirmed together.</source>
        <translation>Нет ничего, что можно подтвердить вместе.</translation>
    </message>
    <message>
        <source>In each of these the bank&apos;s answer is the same as your request in every field.</source>
        <translation>В каждой из этих выплат ответ банка совпадает с вашей заявкой по всем полям.</translation>
    </message>
    <message>
        <source>Untick what you want to look at by itself.</source>
        <translation>Снимите отметку с того, что хотите проверить отдельно.</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n payouts of %1 in all</source>
        <translation>
            <numerusform>Подтвердить %n выплату, всего %1</numerusform>
            <numerusform>Подтвердить %n выплаты, всего %1</numerusform>
            <numerusform>Подтвердить %n выплат, всего %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decisions are being stored…</source>
        <translation>Ваши решения сохраняются…</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждена</translation>
    </message>
    <message>
        <source>Not confirmed. %1</source>
        <translation>Не подтверждена. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n payouts wait for a review of their own: something differs, is new or needs a look.</source>
        <translation>
            <numerusform>%n выплата ждёт отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
            <numerusform>%n выплаты ждут отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
            <numerusform>%n выплат ждут отдельной проверки: что-то отличается, ново или требует внимания.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>= same as asked
BIK %1
from account …%2</source>
        <translation>= совпадает
БИК %1
со счёта …%2</translation>
    </message>
    <message>
        <source>From account %1</source>
        <translation>Со счёта %1</translation>
    </message>
    <message numerus="yes">
        <source>From account %1: %n payouts, %2</source>
        <translation>
            <numerusform>Со счёта %1: %n выплата, %2</numerusform>
            <numerusform>Со счёта %1: %n выплаты, %2</numerusform>
            <numerusform>Со счёта %1: %n выплат, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::HelpLink</name>
    <message>
        <source>Explained in the help</source>
        <translation>Подробнее в справке</translation>
    </message>
</context>
<context>
    <name>countersign::ui::HelpWindow</name>
    <message>
        <source>No page holds all of these words.</source>
        <translation>Нет страницы, на которой есть все эти слова.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Search the help…</source>
        <translation>Поиск в справке…</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Поиск в справке</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Страницы справки</translation>
    </message>
    <message>
        <source>The chosen page</source>
        <translation>Выбранная страница</translation>
    </message>
</context>
<context>
    <name>countersign::ui::HelpWords</name>
    <message>
        <source>en</source>
        <extracomment>the folder of the help pages in this language: &quot;en&quot; or &quot;ru&quot;</extracomment>
        <translation>ru</translation>
    </message>
</context>
<context>
    <name>countersign::ui::HistoryView</name>
    <message>
        <source>History, newest first</source>
        <translation>История, сначала новое</translation>
    </message>
    <message>
        <source>Show once</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Показать все (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::HistoryWords</name>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Imported as a draft</source>
        <translation>Загружено как черновик</translation>
    </message>
    <message>
        <source>Ordered to be sent for checking</source>
        <translation>Дано указание отправить на проверку</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>Session being opened</source>
        <translation>Открывается сессия</translation>
    </message>
    <message>
        <source>Session opened</source>
        <translation>Сессия открыта</translation>
    </message>
    <message>
        <source>Sent to the bank</source>
        <translation>Отправлено в банк</translation>
    </message>
    <message>
        <source>Bank checked the payout</source>
        <translation>Банк проверил выплату</translation>
    </message>
    <message>
        <source>Bank&apos;s answer received</source>
        <translation>Получен ответ банка</translation>
    </message>
    <message>
        <source>Bank changed its answer</source>
        <translation>Банк изменил свой ответ</translation>
    </message>
    <message>
        <source>Answer looked at</source>
        <translation>Ответ просмотрен</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Cancellation decided</source>
        <translation>Решено отменить</translation>
    </message>
    <message>
        <source>Confirmation sent</source>
        <translation>Подтверждение отправлено</translation>
    </message>
    <message>
        <source>Cancellation sent</source>
        <translation>Отмена отправлена</translation>
    </message>
    <message>
        <source>The bank answered</source>
        <translation>Банк ответил</translation>
    </message>
    <message>
        <source>The bank refused the request</source>
        <translation>Банк отказал в запросе</translation>
    </message>
    <message>
        <source>The request did not leave this computer</source>
        <translation>Запрос не ушёл с этого компьютера</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Исход неизвестен</translation>
    </message>
    <message>
        <source>The bank told how the payout stands</source>
        <translation>Банк сообщил, что с выплатой</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Исполнено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не исполнено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>The money came back</source>
        <translation>Деньги вернулись</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Hold resolved</source>
        <translation>Приостановка снята</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Тревога</translation>
    </message>
    <message>
        <source>Sending was frozen</source>
        <translation>Отправка остановлена</translation>
    </message>
    <message>
        <source>Freeze lifted</source>
        <translation>Отправка возобновлена</translation>
    </message>
    <message>
        <source>Decision no longer valid</source>
        <translation>Решение больше не действует</translation>
    </message>
    <message>
        <source>Confirmation held back</source>
        <translation>Подтверждение задержано</translation>
    </message>
    <message>
        <source>The bank was asked at once</source>
        <translation>Банк спрошен сразу</translation>
    </message>
    <message>
        <source>Ordered by hand</source>
        <translation>Указание человека</translation>
    </message>
    <message>
        <source>Closing the empty session was ordered</source>
        <translation>Дано указание закрыть пустую сессию</translation>
    </message>
    <message>
        <source>Sending the same request again was ordered</source>
        <translation>Дано указание отправить тот же запрос ещё раз</translation>
    </message>
    <message>
        <source>Paid again as a new payout</source>
        <translation>Оплачено заново новой выплатой</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>signed by the bank ✓</source>
        <translation>подпись банка ✓</translation>
    </message>
    <message>
        <source>signed, %1 bytes</source>
        <translation>подписано, байт: %1</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>причина: %1</translation>
    </message>
    <message>
        <source>%1 times, last at %2</source>
        <extracomment>how often the same happened, and the newest time</extracomment>
        <translation>раз: %1, последний в %2</translation>
    </message>
    <message>
        <source>New recipient compared with the paper</source>
        <translation>Новый получатель сверен с документом</translation>
    </message>
    <message>
        <source>Said to be another payout than an earlier one</source>
        <translation>Отмечено: это другая выплата, а не повтор</translation>
    </message>
    <message>
        <source>the connection ended before an answer came</source>
        <translation>соединение прервалось до ответа</translation>
    </message>
    <message>
        <source>A session of it was found in the send journal</source>
        <translation>В журнале отправки найдена её сессия</translation>
    </message>
    <message>
        <source>Found in the send journal: it was lost from the data</source>
        <translation>Найдена в журнале отправки: в данных её не было</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportCellsModel</name>
    <message>
        <source>not used</source>
        <translation>не используется</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportColumnsPage</name>
    <message>
        <source>The first lines of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>Как читается файл</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Лист</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Кодировка</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>&amp;Разделитель</translation>
    </message>
    <message>
        <source>&amp;Decimal sign</source>
        <translation>Разделитель коп&amp;еек</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>За&amp;головок</translation>
    </message>
    <message>
        <source>Which column holds what</source>
        <translation>Что в каком столбце</translation>
    </message>
    <message>
        <source>Pay &amp;from</source>
        <translation>Платить &amp;со счёта</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Windows (1251)</source>
        <translation>Windows (1251)</translation>
    </message>
    <message>
        <source>DOS (866)</source>
        <translation>DOS (866)</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, обратный порядок байтов</translation>
    </message>
    <message>
        <source>Semicolon  ;</source>
        <translation>Точка с запятой  ;</translation>
    </message>
    <message>
        <source>Comma  ,</source>
        <translation>Запятая  ,</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Табуляция</translation>
    </message>
    <message>
        <source>Bar  |</source>
        <translation>Черта  |</translation>
    </message>
    <message>
        <source>Comma  3500,00</source>
        <translation>Запятая  3500,00</translation>
    </message>
    <message>
        <source>Point  3500.00</source>
        <translation>Точка  3500.00</translation>
    </message>
    <message>
        <source>No decimals were seen</source>
        <translation>Копеек в файле не видно</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Его нет</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>в файле нет</translation>
    </message>
    <message>
        <source>%1:  %2</source>
        <extracomment>the column&apos;s name and what stands in it</extracomment>
        <translation>%1:  %2</translation>
    </message>
    <message>
        <source>It is not known which columns hold: %1</source>
        <translation>Неизвестно, в каких столбцах: %1</translation>
    </message>
    <message>
        <source>Choose them on the left. Rows can&apos;t become payouts without them.</source>
        <translation>Выберите их слева. Без них строки не могут стать выплатами.</translation>
    </message>
    <message>
        <source>The columns are those that you chose last time</source>
        <translation>Столбцы — те, что вы выбрали в прошлый раз</translation>
    </message>
    <message>
        <source>A file with the same header was imported before. Look whether the columns still fit.</source>
        <translation>Файл с таким же заголовком уже загружался. Посмотрите, подходят ли столбцы по-прежнему.</translation>
    </message>
    <message>
        <source>All columns are known</source>
        <translation>Все столбцы известны</translation>
    </message>
    <message>
        <source>Look whether each column holds what stands above it, then go on.</source>
        <translation>Посмотрите, то ли в каждом столбце, что написано над ним, и продолжайте.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportFilePage</name>
    <message>
        <source>Choose a file with payments</source>
        <translation>Выберите файл с платежами</translation>
    </message>
    <message>
        <source>Payments from a file</source>
        <translation>Платежи из файла</translation>
    </message>
    <message>
        <source>The 1C exchange format (1c_to_kl.txt), CSV in any encoding, or a workbook (.xlsx). Choose the file, or drop it here or on the main window.</source>
        <translation>Формат обмена 1С (1c_to_kl.txt), CSV в любой кодировке или книга Excel (.xlsx). Выберите файл или перетащите его сюда либо в главное окно.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Что будет дальше</translation>
    </message>
    <message>
        <source>The file is read and every row is checked. Nothing is stored yet.</source>
        <translation>Файл читается, каждая строка проверяется. Пока ничего не сохраняется.</translation>
    </message>
    <message>
        <source>You see the rows, what is wrong with them, and what was imported before.</source>
        <translation>Вы видите строки, что в них не так и что уже загружалось.</translation>
    </message>
    <message>
        <source>You type the control total from your accounting program.</source>
        <translation>Вы вводите контрольную сумму из учётной программы.</translation>
    </message>
    <message>
        <source>The rows become drafts, all or none. Nothing is sent to the bank.</source>
        <translation>Строки становятся черновиками: все или ни одна. В банк ничего не отправляется.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportOpener</name>
    <message>
        <source>Drafts made from the file: %1.</source>
        <translation>Создано черновиков из файла: %1.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportRowDetails</name>
    <message>
        <source>KPP %1</source>
        <translation>КПП %1</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Строка не выбрана.</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be taken</source>
        <translation>Строка %1 не загрузится</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>This recipient was never paid to this account. Its draft asks for the account to be typed again from the paper.</source>
        <translation>Этому получателю на этот счёт ещё не платили. В черновике потребуется ещё раз ввести счёт с бумажного документа.</translation>
    </message>
    <message>
        <source>✓  Nothing to note.</source>
        <translation>✓  Замечаний нет.</translation>
    </message>
    <message>
        <source>Show payout %1</source>
        <translation>Показать выплату %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportRowsModel</name>
    <message>
        <source>Nothing to note.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be taken</source>
        <translation>%1: не загрузится</translation>
    </message>
    <message>
        <source>%1 becomes a draft</source>
        <translation>%1: станет черновиком</translation>
    </message>
    <message>
        <source>%1 is left out</source>
        <translation>%1: пропускается</translation>
    </message>
    <message>
        <source>%1, error</source>
        <translation>%1, ошибка</translation>
    </message>
    <message>
        <source>%1, warning</source>
        <translation>%1, предупреждение</translation>
    </message>
    <message>
        <source>Becomes a draft</source>
        <translation>Станет черновиком</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Account at BIK</source>
        <translation>Счёт и БИК</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Что важно</translation>
    </message>
    <message>
        <source>Correspondent account %1</source>
        <translation>Корреспондентский счёт %1</translation>
    </message>
    <message>
        <source>No account to pay from</source>
        <translation>Счёт списания не указан</translation>
    </message>
    <message>
        <source>Paid from %1, urgently</source>
        <translation>Списывается со счёта %1, срочно</translation>
    </message>
    <message>
        <source>Paid from %1</source>
        <translation>Списывается со счёта %1</translation>
    </message>
    <message>
        <source>from …%1</source>
        <extracomment>under an amount; %1 is the end of the account that is paid from</extracomment>
        <translation>со счёта …%1</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочно</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportRowsPage</name>
    <message>
        <source>1C exchange file %1</source>
        <translation>Файл обмена 1С %1</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Workbook, sheet %1</source>
        <translation>Книга Excel, лист %1</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>разделитель — табуляция</translation>
    </message>
    <message>
        <source>separated by %1</source>
        <translation>разделитель %1</translation>
    </message>
    <message>
        <source>more than can be counted</source>
        <translation>больше, чем можно посчитать</translation>
    </message>
    <message>
        <source>&amp;Control total from your accounting program</source>
        <translation>&amp;Контрольная сумма из бухгалтерской программы</translation>
    </message>
    <message>
        <source>Control total from your accounting program</source>
        <translation>Контрольная сумма из бухгалтерской программы</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Строки файла</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>прочитан в %1</translation>
    </message>
    <message>
        <source>SHA-256 %1…%2</source>
        <translation>SHA-256 %1…%2</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>The file has changed since it was read before. What you see is the file as it is now.</source>
        <translation>Файл изменился с прошлого чтения. Вы видите его таким, какой он сейчас.</translation>
    </message>
    <message>
        <source>All  %1</source>
        <translation>Все  %1</translation>
    </message>
    <message>
        <source>✕ Can&apos;t be taken  %1</source>
        <translation>✕ Не загрузятся  %1</translation>
    </message>
    <message>
        <source>! Warnings  %1</source>
        <translation>! Предупреждения  %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>пропускается: %1</translation>
    </message>
    <message>
        <source>Tick all that are shown</source>
        <translation>Отметить все показанные</translation>
    </message>
    <message>
        <source>Untick all that are shown</source>
        <translation>Снять отметки с показанных</translation>
    </message>
    <message>
        <source>Nothing of this file can be taken.</source>
        <translation>Из этого файла ничего загрузить нельзя.</translation>
    </message>
    <message>
        <source>No row is ticked.</source>
        <translation>Ни одна строка не отмечена.</translation>
    </message>
    <message>
        <source>Type the total of the payments there; nothing is imported without it.</source>
        <translation>Введите итог платежей оттуда; без него ничего не загружается.</translation>
    </message>
    <message>
        <source>= same as the drafts</source>
        <translation>= совпадает с черновиками</translation>
    </message>
    <message>
        <source>Find in the rows</source>
        <translation>Найти в строках</translation>
    </message>
    <message>
        <source>Find in the rows (Ctrl+F)</source>
        <translation>Найти в строках (Ctrl+F)</translation>
    </message>
    <message>
        <source>Not in these rows</source>
        <translation>В этих строках нет</translation>
    </message>
    <message>
        <source>! New account  %1</source>
        <translation>! Новый счёт  %1</translation>
    </message>
    <message>
        <source>Back to the rows</source>
        <translation>К строкам</translation>
    </message>
    <message>
        <source>Totals by recipient: %1</source>
        <translation>Итоги по получателям: %1</translation>
    </message>
    <message>
        <source>No drafts: nothing of this file can be taken.</source>
        <translation>Черновиков не будет: из этого файла ничего загрузить нельзя.</translation>
    </message>
    <message>
        <source>No drafts: no row is ticked.</source>
        <translation>Черновиков не будет: не отмечена ни одна строка.</translation>
    </message>
    <message>
        <source>No drafts yet: the control total is not typed.</source>
        <translation>Черновиков пока нет: не введена контрольная сумма.</translation>
    </message>
    <message>
        <source>No drafts yet: the control total is not that of the ticked rows.</source>
        <translation>Черновиков пока нет: контрольная сумма не равна сумме отмеченных строк.</translation>
    </message>
    <message numerus="yes">
        <source>%n drafts</source>
        <extracomment>what the ticked rows come to</extracomment>
        <translation>
            <numerusform>%n черновик</numerusform>
            <numerusform>%n черновика</numerusform>
            <numerusform>%n черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in the file</source>
        <translation>
            <numerusform>%n строка в файле</numerusform>
            <numerusform>%n строки в файле</numerusform>
            <numerusform>%n строк в файле</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from …%1: %n payments</source>
        <translation>
            <numerusform>со счёта …%1: %n платёж</numerusform>
            <numerusform>со счёта …%1: %n платежа</numerusform>
            <numerusform>со счёта …%1: %n платежей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and from %n more accounts</source>
        <translation>
            <numerusform>и ещё с %n счёта</numerusform>
            <numerusform>и ещё с %n счетов</numerusform>
            <numerusform>и ещё с %n счетов</numerusform>
        </translation>
    </message>
    <message>
        <source>≠ This is the whole file, with the rows that are left out.</source>
        <translation>≠ Это сумма всего файла, вместе с неотмеченными строками.</translation>
    </message>
    <message>
        <source>≠ The drafts add up to another total.</source>
        <translation>≠ У черновиков другая сумма.</translation>
    </message>
    <message>
        <source>! Possible repeats  %1</source>
        <translation>! Возможные повторы  %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportTotals</name>
    <message>
        <source>Totals by recipient</source>
        <translation>Итоги по получателям</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Account at BIK</source>
        <translation>Счёт и БИК</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>more than can be counted</source>
        <translation>больше, чем можно посчитать</translation>
    </message>
    <message>
        <source>All others: %1</source>
        <translation>Все остальные: %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportWindow</name>
    <message>
        <source>Make 1 draft</source>
        <translation>Создать 1 черновик</translation>
    </message>
    <message>
        <source>Make %1 drafts</source>
        <translation>Создать черновики: %1</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Вернуться</translation>
    </message>
    <message>
        <source>Save the rows that can&apos;t be taken…</source>
        <translation>Сохранить незагружаемые строки…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Import: choose a file (step 1 of 4)</source>
        <translation>Загрузка: выберите файл (шаг 1 из 4)</translation>
    </message>
    <message>
        <source>Import: check the columns (step 2 of 4)</source>
        <translation>Загрузка: проверьте столбцы (шаг 2 из 4)</translation>
    </message>
    <message>
        <source>Import: check the rows (step 3 of 4)</source>
        <translation>Загрузка: проверьте строки (шаг 3 из 4)</translation>
    </message>
    <message>
        <source>Import: done (step 4 of 4)</source>
        <translation>Загрузка: готово (шаг 4 из 4)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Загрузка: %1</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Прочитать файл</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>Проверить строки</translation>
    </message>
    <message>
        <source>1 row can&apos;t be taken and is left out.</source>
        <translation>1 строка не загрузится, она пропускается.</translation>
    </message>
    <message>
        <source>%1 rows can&apos;t be taken and are left out.</source>
        <translation>Нельзя взять и пропускается строк: %1.</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Показать черновики</translation>
    </message>
    <message>
        <source>Import: reading the file</source>
        <translation>Загрузка: чтение файла</translation>
    </message>
    <message>
        <source>The file is being read and checked…</source>
        <translation>Файл читается и проверяется…</translation>
    </message>
    <message>
        <source>What can be read: the 1C exchange format, CSV, and workbooks (.xlsx).</source>
        <translation>Читаются формат обмена 1С, CSV и книги Excel (.xlsx).</translation>
    </message>
    <message>
        <source>Nothing was taken from this file.</source>
        <translation>Из этого файла ничего не взято.</translation>
    </message>
    <message>
        <source>The reading was stopped. Nothing was taken.</source>
        <translation>Чтение остановлено. Ничего не взято.</translation>
    </message>
    <message>
        <source>Import: making drafts</source>
        <translation>Загрузка: создание черновиков</translation>
    </message>
    <message>
        <source>The rows are being prepared…</source>
        <translation>Строки подготавливаются…</translation>
    </message>
    <message>
        <source>No drafts were made.</source>
        <translation>Черновики не созданы.</translation>
    </message>
    <message>
        <source>The drafts are being stored, all or none…</source>
        <translation>Черновики сохраняются, все или ни одного…</translation>
    </message>
    <message>
        <source>The file is not the one that was read any more. Find out who changed it, then read it again.</source>
        <translation>Это уже не тот файл, который был прочитан. Выясните, кто его изменил, и прочитайте его снова.</translation>
    </message>
    <message>
        <source>Payout %1</source>
        <translation>Выплата %1</translation>
    </message>
    <message>
        <source>Payouts %1 to %2</source>
        <translation>Выплаты с %1 по %2</translation>
    </message>
    <message>
        <source>1 draft was made.</source>
        <translation>Создан 1 черновик.</translation>
    </message>
    <message>
        <source>%1 drafts were made.</source>
        <translation>Создано черновиков: %1.</translation>
    </message>
    <message>
        <source>%1, together %2. Each remembers the file and the line it came from.</source>
        <translation>%1, всего %2. Каждый черновик помнит файл и строку, откуда он взят.</translation>
    </message>
    <message>
        <source>-to-correct</source>
        <translation>-исправить</translation>
    </message>
    <message>
        <source>Save the rows that can&apos;t be taken</source>
        <translation>Сохранить незагружаемые строки</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>The rows were not saved.</source>
        <translation>Строки не сохранены.</translation>
    </message>
    <message>
        <source>The rows were saved with their reasons: %1</source>
        <translation>Строки сохранены вместе с причинами: %1</translation>
    </message>
    <message>
        <source>Make drafts</source>
        <translation>Создать черновики</translation>
    </message>
    <message>
        <source>The drafts stand under Drafts. Nothing was sent to the bank: open a draft to send it for checking, or send several with Send drafts for checking (Ctrl+Shift+S).</source>
        <translation>Черновики лежат в папке «Черновики». В банк ничего не отправлено: откройте черновик, чтобы отправить его на проверку, или отправьте сразу несколько командой «Отправить черновики на проверку» (Ctrl+Shift+S).</translation>
    </message>
    <message>
        <source>No drafts: the file is not the one that was read.</source>
        <translation>Черновиков не будет: файл уже не тот, который был прочитан.</translation>
    </message>
    <message>
        <source>The file is not what these rows show any more.</source>
        <translation>Файл уже не тот, который показан в этих строках.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportWords</name>
    <message>
        <source>more than can be counted</source>
        <translation>больше, чем можно посчитать</translation>
    </message>
    <message>
        <source>It is not known which columns hold: %1. Choose them.</source>
        <translation>Неизвестно, в каких столбцах находятся: %1. Выберите столбцы.</translation>
    </message>
    <message>
        <source>The same document stands at line %1 already. Only one of them can be taken.</source>
        <translation>Такой же документ уже есть в строке %1. Взять можно только один из них.</translation>
    </message>
    <message>
        <source>The same payment stands at line %1 already. Check whether both are meant.</source>
        <translation>Такой же платёж уже есть в строке %1. Проверьте, нужны ли оба.</translation>
    </message>
    <message>
        <source>The file has no end mark (КонецФайла); something may be cut off. Export it again.</source>
        <translation>В файле нет признака конца (КонецФайла): возможно, он обрезан. Выгрузите его ещё раз.</translation>
    </message>
    <message>
        <source>The file does not say its format version. Export it as version 1.03.</source>
        <translation>В файле не указана версия формата. Выгрузите его в версии 1.03.</translation>
    </message>
    <message>
        <source>The file has format version %1, which is not known. Export it as version 1.03.</source>
        <translation>Версия формата файла — %1, она программе неизвестна. Выгрузите его в версии 1.03.</translation>
    </message>
    <message>
        <source>This is not a file of the Russian exchange format: its accounts or keys are those of another country.</source>
        <translation>Это не файл российского формата обмена: счета или ключи в нём другой страны.</translation>
    </message>
    <message>
        <source>A second file begins at line %1. Export one file, or import them one by one.</source>
        <translation>В строке %1 начинается второй файл. Выгрузите один файл или загрузите их по одному.</translation>
    </message>
    <message>
        <source>Line %1 stands outside of any document and is not used. Check the file.</source>
        <translation>Строка %1 стоит вне документов и не используется. Проверьте файл.</translation>
    </message>
    <message>
        <source>The file says its encoding is %1, but its bytes are of another one. It was read by its bytes.</source>
        <translation>В файле указана кодировка %1, но его байты в другой. Прочитано по байтам.</translation>
    </message>
    <message>
        <source>This is an account statement. What it lists has happened already.</source>
        <translation>Это выписка по счёту. Всё, что в ней есть, уже произошло.</translation>
    </message>
    <message>
        <source>Exactly this file was imported on %1.</source>
        <translation>Точно такой же файл загружали %1.</translation>
    </message>
    <message>
        <source>The file holds nothing to pay.</source>
        <translation>В файле нечего оплачивать.</translation>
    </message>
    <message>
        <source>The file has more than %1 rows; the rest was not read. Split it.</source>
        <translation>В файле больше %1 строк; остальные не прочитаны. Разделите файл.</translation>
    </message>
    <message>
        <source>A quotation mark that is opened at line %1 is never closed. Correct the file there.</source>
        <translation>Кавычка, открытая в строке %1, нигде не закрыта. Исправьте файл в этом месте.</translation>
    </message>
    <message>
        <source>The workbook has other sheets, which are not read: %1.</source>
        <translation>В книге есть другие листы, они не читаются: %1.</translation>
    </message>
    <message>
        <source>The file&apos;s own total is %1, but its rows add up to %2. Compare both with the source.</source>
        <translation>Итог в самом файле — %1, а сумма строк — %2. Сверьте то и другое с источником.</translation>
    </message>
    <message>
        <source>The file&apos;s own total fits its rows: %1.</source>
        <translation>Итог в файле сходится с суммой строк: %1.</translation>
    </message>
    <message>
        <source>The row has %1 cells where the header has %2. Check whether something is missing.</source>
        <translation>Ячеек в строке: %1, в заголовке: %2. Проверьте, всё ли на месте.</translation>
    </message>
    <message>
        <source>The row has %1 cells where the header has %2: a separator inside a text has moved them. Put the text in quotation marks.</source>
        <translation>Ячеек в строке: %1, в заголовке: %2 — разделитель внутри текста сдвинул их. Возьмите текст в кавычки.</translation>
    </message>
    <message>
        <source>Quotation marks in this row do not match, so its cells can&apos;t be told apart. Correct the row.</source>
        <translation>Кавычки в этой строке не парные, поэтому ячейки не различить. Исправьте строку.</translation>
    </message>
    <message>
        <source>The workbook hides this row. Check whether it shall be paid.</source>
        <translation>Эта строка в книге скрыта. Проверьте, нужно ли её оплачивать.</translation>
    </message>
    <message>
        <source>The cell is longer than any field can be. Correct the file.</source>
        <translation>Ячейка длиннее любого поля. Исправьте файл.</translation>
    </message>
    <message>
        <source>The cell holds bytes that are no text. Export the file again, or choose its encoding.</source>
        <translation>В ячейке байты, которые не складываются в текст. Выгрузите файл ещё раз или выберите его кодировку.</translation>
    </message>
    <message>
        <source>The workbook shows an error here (%1). Correct it there.</source>
        <translation>В книге здесь ошибка (%1). Исправьте её там.</translation>
    </message>
    <message>
        <source>The workbook calculates this cell; what stands here is the last result. Compare it.</source>
        <translation>Книга вычисляет эту ячейку; здесь последний результат. Сверьте его.</translation>
    </message>
    <message>
        <source>A spreadsheet keeps 15 digits of a number; the last ones of %1 are lost. Format the column as text and enter the number again.</source>
        <translation>Таблица хранит 15 цифр числа; последние цифры %1 потеряны. Задайте столбцу текстовый формат и введите номер ещё раз.</translation>
    </message>
    <message>
        <source>A spreadsheet has rounded the number to %1. Format the column as text and enter the number again.</source>
        <translation>Таблица округлила число до %1. Задайте столбцу текстовый формат и введите номер ещё раз.</translation>
    </message>
    <message>
        <source>The number has %1 digits of %2: a spreadsheet has dropped its leading zero. Format the column as text and enter the number again.</source>
        <translation>Цифр в номере: %1 из %2 — таблица отбросила ноль в начале. Задайте столбцу текстовый формат и введите номер ещё раз.</translation>
    </message>
    <message>
        <source>It is not sure what point and comma mean in “%1”. Write the amount like 1234,56.</source>
        <translation>Неясно, что значат точка и запятая в «%1». Напишите сумму так: 1234,56.</translation>
    </message>
    <message>
        <source>The correspondent account is not one of a bank with this BIK. Check the BIK.</source>
        <translation>Корреспондентский счёт не принадлежит банку с этим БИК. Проверьте БИК.</translation>
    </message>
    <message>
        <source>The directory has another correspondent account for this BIK: %1. Check the BIK.</source>
        <translation>В справочнике у этого БИК другой корреспондентский счёт: %1. Проверьте БИК.</translation>
    </message>
    <message>
        <source>The document has no end mark (КонецДокумента); something may be cut off. Export it again.</source>
        <translation>В документе нет признака конца (КонецДокумента): возможно, он обрезан. Выгрузите его ещё раз.</translation>
    </message>
    <message>
        <source>The document holds a line that belongs to no field. Check the file.</source>
        <translation>В документе есть строка, которая не относится ни к одному полю. Проверьте файл.</translation>
    </message>
    <message>
        <source>The document names “%1” twice, with different values. Export it again.</source>
        <translation>Поле «%1» указано в документе дважды с разными значениями. Выгрузите документ ещё раз.</translation>
    </message>
    <message>
        <source>Only payment orders can be paid from here; this document is “%1”.</source>
        <translation>Отсюда можно оплачивать только платёжные поручения; этот документ — «%1».</translation>
    </message>
    <message>
        <source>Payments to the budget need fields that the bank&apos;s call does not take. Pay it in the bank&apos;s own client.</source>
        <translation>Для платежей в бюджет нужны поля, которых нет в вызове банка. Оплатите его в банк-клиенте.</translation>
    </message>
    <message>
        <source>The bank has booked this document already (%1). It can&apos;t be paid again from here.</source>
        <translation>Банк уже провёл этот документ (%1). Отсюда оплатить его ещё раз нельзя.</translation>
    </message>
    <message>
        <source>The document has no date.</source>
        <translation>В документе нет даты.</translation>
    </message>
    <message>
        <source>“%1” is no date like 31.12.2026.</source>
        <translation>«%1» — не дата вида 31.12.2026.</translation>
    </message>
    <message>
        <source>The document has no number, so it is harder to recognise when it comes again.</source>
        <translation>В документе нет номера, поэтому его труднее узнать, если он придёт ещё раз.</translation>
    </message>
    <message>
        <source>Some banks refuse document numbers that end in 000.</source>
        <translation>Некоторые банки не принимают номера документов, которые оканчиваются на 000.</translation>
    </message>
    <message>
        <source>The document names two accounts: %1 and %2. Export it again, or enter the payout by hand.</source>
        <translation>В документе указаны два счёта: %1 и %2. Выгрузите его ещё раз или введите выплату вручную.</translation>
    </message>
    <message>
        <source>The document names two INNs: %1 in the recipient&apos;s line and %2 in its own field. Find out which one is right.</source>
        <translation>В документе указаны два ИНН: %1 в строке получателя и %2 в отдельном поле. Выясните, какой из них верный.</translation>
    </message>
    <message>
        <source>The document names two recipients: “%1” and “%2”. Find out who shall be paid.</source>
        <translation>В документе указаны два получателя: «%1» и «%2». Выясните, кому платить.</translation>
    </message>
    <message>
        <source>The document has income code %1, for which the bank&apos;s call has no place. Ask the bank before paying wages this way.</source>
        <translation>В документе указан код вида дохода %1, для которого в вызове банка нет места. Спросите банк, прежде чем платить так зарплату.</translation>
    </message>
    <message>
        <source>The document has priority %1, for which the bank&apos;s call has no place.</source>
        <translation>В документе указана очерёдность %1, для которой в вызове банка нет места.</translation>
    </message>
    <message>
        <source>The document has the code %1, for which the bank&apos;s call has no place.</source>
        <translation>В документе указан код %1, для которого в вызове банка нет места.</translation>
    </message>
    <message>
        <source>The document has fields that are not known and not used: %1.</source>
        <translation>В документе есть неизвестные поля, они не используются: %1.</translation>
    </message>
    <message>
        <source>Account to pay from</source>
        <translation>Счёт списания</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Recipient&apos;s account</source>
        <translation>Счёт получателя</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Correspondent account</source>
        <translation>Корреспондентский счёт</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Номер документа</translation>
    </message>
    <message>
        <source>Document date</source>
        <translation>Дата документа</translation>
    </message>
    <message>
        <source>This document was payout %1, whose draft was discarded; imported on %2.</source>
        <translation>Этот документ уже был выплатой %1, её черновик удалён; загружен %2.</translation>
    </message>
    <message>
        <source>This document is payout %1 (%2) already, imported on %3. Tick the row only if it shall be paid twice.</source>
        <translation>Этот документ — уже выплата %1 (%2), загружен %3. Отметьте строку, только если платить нужно дважды.</translation>
    </message>
    <message>
        <source>A document number usually has one to six digits and is not zero.</source>
        <translation>Номер документа обычно состоит из одной–шести цифр и не равен нулю.</translation>
    </message>
    <message>
        <source>Line %1 is a payment that stands above the names of the columns. Move it below them.</source>
        <translation>В строке %1 — платёж, который стоит выше названий столбцов. Перенесите его ниже.</translation>
    </message>
    <message>
        <source>The document asks to be paid as “%1”, which is not known. It would not be paid as urgent.</source>
        <translation>Вид платежа в документе — «%1», он неизвестен. Срочным платёж не будет.</translation>
    </message>
    <message>
        <source>The document has fields of budget payments or other kinds of documents, which payouts do not have: %1. They are not used.</source>
        <translation>В документе есть поля бюджетных платежей или других видов документов, которых у выплат нет: %1. Они не используются.</translation>
    </message>
    <message>
        <source>Income code</source>
        <translation>Код вида дохода</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Очерёдность</translation>
    </message>
    <message>
        <source>UIN</source>
        <translation>УИН</translation>
    </message>
    <message>
        <source>Line %1 begins a document behind the end mark (КонецФайла), where other programs stop reading. Find out who changed the file, and export it again.</source>
        <translation>В строке %1 начинается документ после конца файла (КонецФайла), где другие программы чтение прекращают. Выясните, кто изменил файл, и выгрузите его заново.</translation>
    </message>
    <message>
        <source>The workbook hides columns that are read here: %1. Who looks at it there sees other columns. Compare them.</source>
        <translation>В книге скрыты столбцы, которые здесь читаются: %1. Тот, кто смотрит на книгу, видит другие столбцы. Сверьте их.</translation>
    </message>
    <message>
        <source>The row does not say from which account to pay; it would be paid from %1.</source>
        <translation>В строке не указан счёт списания; оплата пройдёт со счёта %1.</translation>
    </message>
    <message>
        <source>Another payment with the same number and date stands at line %1, with another account or amount. Find out whether both are meant.</source>
        <translation>В строке %1 стоит другой платёж с тем же номером и датой, но с другим счётом или суммой. Выясните, нужны ли оба.</translation>
    </message>
    <message>
        <source>The workbook keeps %1 here and shows something else: its number format divides, adds digits or hides. Give the cell a plain format and compare.</source>
        <translation>В книге здесь хранится %1, а показано другое: формат ячейки делит число, добавляет цифры или скрывает его. Задайте ячейке простой формат и сверьте.</translation>
    </message>
    <message>
        <source>The document stands in an account statement: the bank has it already. It can&apos;t be paid from here.</source>
        <translation>Документ стоит в выписке: у банка он уже есть. Оплатить его отсюда нельзя.</translation>
    </message>
    <message>
        <source>The document carries a bank&apos;s receipt (%1): it was sent before. It can&apos;t be paid again from here.</source>
        <translation>В документе есть квитанция банка (%1): он уже отправлялся. Оплатить его отсюда ещё раз нельзя.</translation>
    </message>
    <message>
        <source>The document asks to be paid urgently. The bank may take a fee for that.</source>
        <translation>Документ нужно оплатить срочно. Банк может взять за это комиссию.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KeyPage</name>
    <message>
        <source>Signing key</source>
        <translation>Ключ подписи</translation>
    </message>
    <message>
        <source>Every request to the bank is signed with your private key. It stays on this computer, in a file protected by a password; the bank gets the public key only.</source>
        <translation>Каждый запрос в банк подписывается вашим закрытым ключом. Он остаётся на этом компьютере, в файле под паролем; банк получает только открытый ключ.</translation>
    </message>
    <message>
        <source>&amp;Save public key…</source>
        <translation>&amp;Сохранить открытый ключ…</translation>
    </message>
    <message>
        <source>Crea&amp;te a new key (RSA, 3072 bits)</source>
        <translation>Создать н&amp;овый ключ (RSA, 3072 бита)</translation>
    </message>
    <message>
        <source>Use a &amp;key file that you have (PEM)</source>
        <translation>&amp;Использовать свой файл ключа (PEM)</translation>
    </message>
    <message>
        <source>&amp;Create the key</source>
        <translation>&amp;Создать ключ</translation>
    </message>
    <message>
        <source>Nobody can recover this password. Without it the key is lost, and the bank has to enrol a new one.</source>
        <translation>Восстановить этот пароль не сможет никто. Без него ключ потерян, и банку придётся регистрировать новый.</translation>
    </message>
    <message>
        <source>Choose the private key&apos;s file</source>
        <translation>Выберите файл закрытого ключа</translation>
    </message>
    <message>
        <source>Op&amp;en the key</source>
        <translation>&amp;Открыть ключ</translation>
    </message>
    <message>
        <source>Key &amp;file</source>
        <translation>&amp;Файл ключа</translation>
    </message>
    <message>
        <source>Its pass&amp;word</source>
        <translation>Его &amp;пароль</translation>
    </message>
    <message>
        <source>Leave it empty if the file has none.</source>
        <translation>Оставьте пустым, если пароля у файла нет.</translation>
    </message>
    <message>
        <source>This key file is not protected by a password.</source>
        <translation>Этот файл ключа не защищён паролем.</translation>
    </message>
    <message>
        <source>Whoever copies it can sign in your name. Give it a password: the program keeps a protected copy in the profile&apos;s folder. The file itself stays as it is; delete it afterwards, with its backups.</source>
        <translation>Кто его скопирует, сможет подписывать от вашего имени. Задайте пароль: программа сохранит защищённую копию в папке профиля. Сам файл не изменится; удалите его потом вместе с его копиями.</translation>
    </message>
    <message>
        <source>&amp;Make a protected copy</source>
        <translation>Сделать за&amp;щищённую копию</translation>
    </message>
    <message>
        <source>Key file: %1</source>
        <translation>Файл ключа: %1</translation>
    </message>
    <message>
        <source>The profile has a key.</source>
        <translation>У профиля есть ключ.</translation>
    </message>
    <message>
        <source>%1
Open it with its password to see its fingerprint and to save the public key.</source>
        <translation>%1
Откройте его паролем, чтобы увидеть отпечаток и сохранить открытый ключ.</translation>
    </message>
    <message>
        <source>The key is ready: RSA, %1 bits.</source>
        <translation>Ключ готов: RSA, бит: %1.</translation>
    </message>
    <message>
        <source>Fingerprint of the public key (SHA-256): %1</source>
        <translation>Отпечаток открытого ключа (SHA-256): %1</translation>
    </message>
    <message>
        <source>Making the key… This takes a few seconds.</source>
        <translation>Создаётся ключ… Это займёт несколько секунд.</translation>
    </message>
    <message>
        <source>Choose the key&apos;s file first.</source>
        <translation>Сначала выберите файл ключа.</translation>
    </message>
    <message>
        <source>Opening the key…</source>
        <translation>Открывается ключ…</translation>
    </message>
    <message>
        <source>Making the protected copy… This takes a moment.</source>
        <translation>Создаётся защищённая копия… Это недолго.</translation>
    </message>
    <message>
        <source>Save the public key for the bank</source>
        <translation>Сохранить открытый ключ для банка</translation>
    </message>
    <message>
        <source>✓ Saved: %1</source>
        <translation>✓ Сохранено: %1</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Это не удалось.</translation>
    </message>
    <message>
        <source>&amp;Open it again…</source>
        <translation>Открыть ещё ра&amp;з…</translation>
    </message>
    <message>
        <source>&amp;Use another key…</source>
        <translation>Выбрать &amp;другой ключ…</translation>
    </message>
    <message>
        <source>%1
Below is the fingerprint of its public key (SHA-256). Open the key with its password to save the public key again.</source>
        <translation>%1
Ниже — отпечаток его открытого ключа (SHA-256). Откройте ключ паролем, чтобы снова сохранить открытый ключ.</translation>
    </message>
    <message>
        <source>Above is the fingerprint of the public key (SHA-256). Now save the public key and send that file to the bank: your manager there has the application for enrolling a signature key, and will read the fingerprint to you by phone. A practice bank of your own is started with it. The public key is no secret; the private key&apos;s file and its password never go to anybody.</source>
        <translation>Выше — отпечаток открытого ключа (SHA-256). Теперь сохраните открытый ключ и отправьте этот файл в банк: у вашего менеджера есть заявление на регистрацию ключа подписи, он сверит с вами отпечаток по телефону. Свой тренировочный банк запускают с этим же файлом. Открытый ключ — не секрет; файл закрытого ключа и его пароль никому не передавайте.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KindPage</name>
    <message>
        <source>Kind of profile</source>
        <translation>Вид профиля</translation>
    </message>
    <message>
        <source>What is this profile for? A profile is one connection to a bank, with its own key, data and limits. You can have several.</source>
        <translation>Для чего этот профиль? Профиль — это одно подключение к банку со своим ключом, данными и лимитами. Профилей может быть несколько.</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation>&amp;Тренировка</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Стенд банка</translation>
    </message>
    <message>
        <source>The bank&apos;s own test stand, over the internet. No real money moves. The bank gives you a project id and enrols your public key.</source>
        <translation>Испытательный стенд самого банка, через интернет. Настоящие деньги не списываются. Банк выдаёт идентификатор проекта и регистрирует ваш открытый ключ.</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>&amp;Боевой</translation>
    </message>
    <message>
        <source>Real money. The bank enrols your public key by a signed application. Limits and payment hours must be set before the first payout.</source>
        <translation>Настоящие деньги. Банк регистрирует ваш открытый ключ по подписанному заявлению. До первой выплаты нужно задать лимиты и часы выплат.</translation>
    </message>
    <message>
        <source>Profile na&amp;me</source>
        <translation>&amp;Имя профиля</translation>
    </message>
    <message>
        <source>Small Latin letters, digits, “-” and “_”. The profile&apos;s folder is called so.</source>
        <translation>Строчные латинские буквы, цифры, «-» и «_». Так называется папка профиля.</translation>
    </message>
    <message>
        <source>Kind and name stay as they are.</source>
        <translation>Вид и имя не меняются.</translation>
    </message>
    <message>
        <source>The profile&apos;s folder is made, and its key may be in it. For another kind, set up another profile.</source>
        <translation>Папка профиля создана, и в ней может быть его ключ. Чтобы выбрать другой вид, создайте ещё один профиль.</translation>
    </message>
    <message>
        <source>What one computer can promise</source>
        <translation>От чего один компьютер не защитит</translation>
    </message>
    <message>
        <source>The signing key will be on this PC. Malware with full control of that PC can wait for a correct approval and act in your name; we make this hard and visible, we cannot exclude it. Keep this PC for payments, up to date, and its limits low.</source>
        <translation>Ключ подписи будет на этом компьютере. Вредоносная программа, полностью им завладевшая, может дождаться правильного подтверждения и действовать от вашего имени; мы делаем это трудным и заметным, но исключить не можем. Держите этот компьютер только для платежей, обновляйте его и ставьте низкие лимиты.</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>Профиль с таким именем уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>I start a practice bank mysel&amp;f, and enter where it is</source>
        <translation>Я с&amp;ам запускаю тренировочный банк и укажу его адрес</translation>
    </message>
    <message>
        <source>For learning and trying out; no real money moves. Countersign brings a practice bank, starts it on this computer, and makes all that it needs: a key, an account with money and a few payouts. They stay from one start to the next. There is nothing to fill in.</source>
        <translation>Для обучения и проб; настоящие деньги не списываются. У Countersign есть свой тренировочный банк: программа запускает его на этом компьютере и создаёт всё нужное — ключ, счёт с деньгами и несколько выплат. Они сохраняются от запуска к запуску. Заполнять ничего не нужно.</translation>
    </message>
    <message>
        <source>&amp;Bring a profile from another computer…</source>
        <translation>П&amp;еренести профиль с другого компьютера…</translation>
    </message>
</context>
<context>
    <name>countersign::ui::KppEdit</name>
    <message>
        <source>Not taken: “%1” is neither a digit nor a Latin letter.</source>
        <translation>Не принято: «%1» — не цифра и не латинская буква.</translation>
    </message>
    <message>
        <source>Not taken: that would be %1 characters, and a KPP has 9.</source>
        <translation>Не принято: получилось бы знаков — %1, а в КПП их 9.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::LimitsPage</name>
    <message>
        <source>Limits and hours</source>
        <translation>Лимиты и часы</translation>
    </message>
    <message>
        <source>What goes beyond them is refused before it reaches the bank. A live profile needs the first two limits and the hours; an empty field means no limit.</source>
        <translation>Что выходит за эти пределы, не дойдёт до банка. Боевому профилю нужны первые два лимита и часы; пустое поле значит, что лимита нет.</translation>
    </message>
    <message>
        <source>Payouts leave only in these &amp;hours</source>
        <translation>Выплаты уходят только в эти &amp;часы</translation>
    </message>
    <message>
        <source>One &amp;payout at most, ₽</source>
        <translation>&amp;Одна выплата, не&#xa0;больше,&#xa0;₽</translation>
    </message>
    <message>
        <source>One &amp;day at most, ₽</source>
        <translation>За ден&amp;ь, не больше, ₽</translation>
    </message>
    <message>
        <source>New &amp;recipient, ₽</source>
        <translation>Новый получа&amp;тель, ₽</translation>
    </message>
    <message>
        <source>For a recipient that was never paid before.</source>
        <translation>Для получателя, которому ещё не платили.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Payment hours</source>
        <translation>Часы выплат</translation>
    </message>
    <message>
        <source>Payouts may leave from</source>
        <translation>Выплаты уходят с</translation>
    </message>
    <message>
        <source>Payouts may leave until</source>
        <translation>Выплаты уходят до</translation>
    </message>
    <message>
        <source>In Moscow time, as the bank counts its day.</source>
        <translation>По московскому времени, как и операционный день банка.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::LinesEdit</name>
    <message>
        <source>This is too long for such a list. Nothing was taken.</source>
        <translation>Для такого списка это слишком длинно. Ничего не вставлено.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::MainWindow</name>
    <message>
        <source>%1 — Countersign</source>
        <translation>%1 — Countersign</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;New payout…</source>
        <translation>&amp;Новая выплата…</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Сервис</translation>
    </message>
    <message>
        <source>&amp;Freeze sending…</source>
        <translation>&amp;Остановить отправку…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Сп&amp;равка</translation>
    </message>
    <message>
        <source>&amp;About Countersign</source>
        <translation>&amp;О программе Countersign</translation>
    </message>
    <message>
        <source>&amp;Payout</source>
        <translation>В&amp;ыплата</translation>
    </message>
    <message>
        <source>Take the ne&amp;xt step</source>
        <translation>Сделать следующий &amp;шаг</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>&amp;Review…</source>
        <translation>&amp;Проверить…</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Copy account number</source>
        <translation>Копировать но&amp;мер счёта</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Поиск</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>О&amp;бновить</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Lift the freeze…</source>
        <translation>&amp;Возобновить отправку…</translation>
    </message>
    <message>
        <source>The account number was copied, without spaces.</source>
        <translation>Номер счёта скопирован без пробелов.</translation>
    </message>
    <message>
        <source>About Countersign</source>
        <translation>О программе Countersign</translation>
    </message>
    <message>
        <source>Countersign %1</source>
        <translation>Countersign %1</translation>
    </message>
    <message>
        <source>Prepare, review and confirm payouts from a settlement account at Bank 131. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Подготовка, проверка и подтверждение выплат с расчётного счёта в Банке 131. Свободная программа под лицензией GNU General Public License версии 3 или новее.</translation>
    </message>
    <message>
        <source>&amp;Send drafts for checking…</source>
        <translation>&amp;Отправить черновики на проверку…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Confirm se&amp;veral…</source>
        <translation>Подтвердить &amp;несколько…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation>Ctrl+Shift+R</translation>
    </message>
    <message>
        <source>&amp;Import payments…</source>
        <translation>&amp;Загрузить платежи…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Copy as ne&amp;w draft…</source>
        <translation>&amp;Копировать в новый черновик…</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Save as payment &amp;order (PDF)…</source>
        <translation>Сохранить платё&amp;жное поручение (PDF)…</translation>
    </message>
    <message>
        <source>&amp;Print payment order…</source>
        <translation>Пе&amp;чать платёжного поручения…</translation>
    </message>
    <message>
        <source>&amp;Contents	F1</source>
        <translation>&amp;Содержание	F1</translation>
    </message>
    <message>
        <source>What the &amp;states mean</source>
        <translation>Что значат состо&amp;яния</translation>
    </message>
    <message>
        <source>When an outcome is &amp;unknown</source>
        <translation>Если исход &amp;неизвестен</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>Из &amp;шаблона…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Add recipient to address &amp;book</source>
        <translation>&amp;Добавить получателя в справочник</translation>
    </message>
    <message>
        <source>Save as &amp;template…</source>
        <translation>Сохранить как ша&amp;блон…</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>&amp;Оформление</translation>
    </message>
</context>
<context>
    <name>countersign::ui::MoneyEdit</name>
    <message>
        <source>Not taken: “%1” does not belong to an amount.</source>
        <translation>Не принято: «%1» не бывает в сумме.</translation>
    </message>
    <message>
        <source>Not taken: an amount has one comma, before the kopecks. Write thousands without commas or points.</source>
        <translation>Не принято: в сумме одна запятая, перед копейками. Тысячи пишите без запятых и точек.</translation>
    </message>
    <message>
        <source>Not taken: kopecks have two digits. Nothing is rounded.</source>
        <translation>Не принято: в копейках две цифры. Ничего не округляется.</translation>
    </message>
    <message>
        <source>Not taken: the amount would be larger than a payout can be.</source>
        <translation>Не принято: сумма была бы больше, чем может быть у выплаты.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::NameEdit</name>
    <message>
        <source>Not taken: that would be %1 characters, and there is room for %2.</source>
        <translation>Не принято: получилось бы символов — %1, а места на %2.</translation>
    </message>
    <message>
        <source>Not taken: the text holds a character that can&apos;t be seen (%1).</source>
        <translation>Не принято: в тексте есть невидимый символ (%1).</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Navigation</name>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
</context>
<context>
    <name>countersign::ui::NewPassword</name>
    <message>
        <source>How hard the password is to guess</source>
        <translation>Насколько трудно подобрать пароль</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>Тот же пароль &amp;ещё раз</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Новый п&amp;ароль</translation>
    </message>
    <message>
        <source>At least 12 characters. Several words are easier to remember than signs.</source>
        <translation>Не меньше 12 символов. Несколько слов запомнить легче, чем набор знаков.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>Пароли различаются. Введите второй ещё раз.</translation>
    </message>
    <message>
        <source>Both must be the same.</source>
        <translation>Оба пароля должны совпадать.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Notices</name>
    <message>
        <source>Ready to review: %1 to %2</source>
        <translation>Готово к проверке: %1, %2</translation>
    </message>
    <message>
        <source>Paid: %1 to %2</source>
        <translation>Исполнено: %1, %2</translation>
    </message>
    <message>
        <source>Not paid: %1 to %2</source>
        <translation>Не исполнено: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled as you ordered, nothing was paid: %1 to %2</source>
        <translation>Отменено по вашему решению, деньги не ушли: %1, %2</translation>
    </message>
    <message>
        <source>Money came back: %1 from %2</source>
        <translation>Деньги вернулись: %1, %2</translation>
    </message>
    <message>
        <source>Something needs your attention. See “Needs attention”.</source>
        <translation>Что-то требует вашего внимания. Откройте «Требует внимания».</translation>
    </message>
    <message>
        <source>Needs attention: %1 to %2</source>
        <translation>Требует внимания: %1, %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::OrderPrinting</name>
    <message>
        <source>payment-order-%1</source>
        <translation>платежное-поручение-%1</translation>
    </message>
    <message>
        <source>Save the payment order</source>
        <translation>Сохранить платёжное поручение</translation>
    </message>
    <message>
        <source>The payment order was saved: %1</source>
        <translation>Платёжное поручение сохранено: %1</translation>
    </message>
    <message>
        <source>Payment order %1</source>
        <translation>Платёжное поручение %1</translation>
    </message>
    <message>
        <source>The payment order was handed to the printer.</source>
        <translation>Платёжное поручение отправлено на принтер.</translation>
    </message>
    <message>
        <source>Payment order</source>
        <translation>Платёжное поручение</translation>
    </message>
    <message>
        <source>The payment order was not made. %1</source>
        <translation>Платёжное поручение не сделано. %1</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ParagraphEdit</name>
    <message>
        <source>Not taken: that is far more than the %1 characters there is room for.</source>
        <translation>Не принято: это намного больше %1 символов, на которые есть место.</translation>
    </message>
    <message>
        <source>Not taken: that would be %1 characters, and there is room for %2.</source>
        <translation>Не принято: получилось бы символов — %1, а места на %2.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PastedAccount</name>
    <message>
        <source>This is not the account that was pasted: the clipboard held %1. Compare with the paper.</source>
        <translation>Это не тот счёт, который был вставлен: в буфере обмена был %1. Сверьте с документом.</translation>
    </message>
    <message>
        <source>Just before, the clipboard held another account: %1. If you copied only one, a program has replaced it: compare with the paper.</source>
        <translation>Прямо перед этим в буфере обмена был другой счёт: %1. Если вы копировали только один, его подменила программа: сверьте с документом.</translation>
    </message>
    <message>
        <source>The clipboard holds another account now: %1. If you copied only one, a program has replaced it: compare with the paper.</source>
        <translation>Сейчас в буфере обмена другой счёт: %1. Если вы копировали только один, его подменила программа: сверьте с документом.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutFields</name>
    <message>
        <source>Account to pay from</source>
        <translation>Счёт списания</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Urgent (BESP)</source>
        <translation>Срочно (БЭСП)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Со с&amp;чёта</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Получатель</translation>
    </message>
    <message>
        <source>&amp;INN / KPP</source>
        <translation>&amp;ИНН / КПП</translation>
    </message>
    <message>
        <source>&amp;BIK</source>
        <translation>&amp;БИК</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Счёт</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>С&amp;умма</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Назначение</translation>
    </message>
    <message>
        <source>&amp;Urgent (BESP)</source>
        <translation>С&amp;рочно (БЭСП)</translation>
    </message>
    <message>
        <source>The field holds what it held before.</source>
        <translation>В поле осталось прежнее значение.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Last input not taken: %1</source>
        <translation>Последний ввод не принят: %1</translation>
    </message>
    <message>
        <source>Pasted account to compare</source>
        <translation>Сверьте вставленный счёт</translation>
    </message>
    <message>
        <source>Find the bank by its name</source>
        <translation>Найти банк по названию</translation>
    </message>
    <message>
        <source>or find the bank by a part of its name</source>
        <translation>или найдите банк по части названия</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>Без НДС</translation>
    </message>
    <message>
        <source>Other rate</source>
        <translation>Другая ставка</translation>
    </message>
    <message>
        <source>Puts this line at the end of the purpose</source>
        <translation>Дописывает эту строку в конец назначения</translation>
    </message>
    <message>
        <source>VAT %1 % included</source>
        <translation>В т. ч. НДС %1 %</translation>
    </message>
    <message>
        <source>There is no room for “%1”: a purpose has %2 characters at most.</source>
        <translation>Для «%1» нет места: в назначении не более %2 знаков.</translation>
    </message>
    <message>
        <source>the bank carries it out within the hour while the service is open, and may charge for it</source>
        <translation>банк исполняет в течение часа в часы работы сервиса; возможна комиссия</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutForm</name>
    <message>
        <source>New payout</source>
        <translation>Новая выплата</translation>
    </message>
    <message>
        <source>The draft can&apos;t be opened.</source>
        <translation>Черновик не открывается.</translation>
    </message>
    <message>
        <source>Draft %1</source>
        <translation>Черновик %1</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Сохранить черновик</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Send to the bank for checking</source>
        <translation>Отправить в банк на проверку</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить ввод</translation>
    </message>
    <message>
        <source>The draft could not be saved. What you have typed is still here.</source>
        <translation>Черновик не сохранён. Всё, что вы ввели, осталось здесь.</translation>
    </message>
    <message>
        <source>The payout was not sent.</source>
        <translation>Выплата не отправлена.</translation>
    </message>
    <message>
        <source>Handing the payout over…</source>
        <translation>Передаём выплату…</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Look at the account before it is sent.</source>
        <translation>Посмотрите на счёт перед отправкой.</translation>
    </message>
    <message>
        <source>Draft %1, copied from No. %2</source>
        <translation>Черновик %1, копия № %2</translation>
    </message>
    <message>
        <source>Draft %1, from the template “%2”</source>
        <translation>Черновик %1, из шаблона «%2»</translation>
    </message>
    <message>
        <source>The recipient was not added to the address book.</source>
        <translation>Получатель не добавлен в справочник.</translation>
    </message>
    <message>
        <source>Not sent yet: %1</source>
        <translation>Ещё не отправлено: %1</translation>
    </message>
    <message>
        <source>Sending is frozen</source>
        <translation>Отправка остановлена</translation>
    </message>
    <message>
        <source>Keep this draft?</source>
        <translation>Оставить черновик?</translation>
    </message>
    <message>
        <source>Keep the draft and close</source>
        <translation>Оставить и закрыть</translation>
    </message>
    <message>
        <source>Undo my changes</source>
        <translation>Отменить мои изменения</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Удалить черновик</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutListModel</name>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutListPage</name>
    <message>
        <source>Payouts</source>
        <translation>Выплаты</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no payout here that needs your attention of its own.</source>
        <translation>Отдельных выплат, которые требуют внимания, здесь нет.</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>Список не удалось прочитать.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PayoutWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a payout&apos;s standing and the short reason for it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Being sent for checking</source>
        <translation>Отправляется на проверку</translation>
    </message>
    <message>
        <source>Outcome unknown, asking bank</source>
        <translation>Исход неизвестен, спрашиваем банк</translation>
    </message>
    <message>
        <source>Checking at the bank</source>
        <translation>Проверяется банком</translation>
    </message>
    <message>
        <source>Review: something differs</source>
        <translation>Проверка: есть расхождения</translation>
    </message>
    <message>
        <source>Ready to review</source>
        <translation>Готово к проверке</translation>
    </message>
    <message>
        <source>Review: bank&apos;s answer differs</source>
        <translation>Проверка: ответ банка отличается</translation>
    </message>
    <message>
        <source>Confirmation being sent</source>
        <translation>Отправляется подтверждение</translation>
    </message>
    <message>
        <source>Being paid</source>
        <translation>Исполняется</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Отменяется</translation>
    </message>
    <message>
        <source>Cancelled or not? Asking bank</source>
        <translation>Отменено ли? Спрашиваем банк</translation>
    </message>
    <message>
        <source>Closing the empty session</source>
        <translation>Закрывается пустая сессия</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <translation>Исполнено %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не исполнено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Returned %1</source>
        <translation>Возврат %1</translation>
    </message>
    <message>
        <source>The bank reports an error</source>
        <translation>Банк сообщает об ошибке</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>%1 — alarm</source>
        <extracomment>a payout&apos;s standing, with an alarm that a person must look at</extracomment>
        <translation>%1 — тревога</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>На проверку</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Исполнено</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Возвраты</translation>
    </message>
    <message>
        <source>All payouts</source>
        <translation>Все выплаты</translation>
    </message>
    <message>
        <source>No payout here holds all of these words.</source>
        <translation>Здесь нет выплаты, в которой есть все эти слова.</translation>
    </message>
    <message>
        <source>Nothing waits for your review. This folder holds payouts that the bank has checked and that are paid only when you confirm them.</source>
        <translation>Ничто не ждёт вашей проверки. В этой папке — выплаты, которые банк проверил и исполнит, только когда вы их подтвердите.</translation>
    </message>
    <message>
        <source>Nothing needs your attention. This folder holds payouts whose outcome is not known, and whatever else the program can&apos;t settle by itself.</source>
        <translation>Вашего внимания ничто не требует. В этой папке — выплаты с неизвестным исходом и всё, что программа не может уладить сама.</translation>
    </message>
    <message>
        <source>There are no drafts. This folder holds payouts that were begun and not sent yet. Ctrl+N starts a new one.</source>
        <translation>Черновиков нет. В этой папке — выплаты, которые начаты и ещё не отправлены. Ctrl+N начинает новую.</translation>
    </message>
    <message>
        <source>The bank is checking nothing now. This folder holds payouts that were sent and whose answer has not come yet.</source>
        <translation>Банк сейчас ничего не проверяет. В этой папке — выплаты, которые отправлены и на которые ещё нет ответа.</translation>
    </message>
    <message>
        <source>Nothing is being paid now. This folder holds payouts that were confirmed and have not arrived yet.</source>
        <translation>Сейчас ничего не исполняется. В этой папке — выплаты, которые подтверждены и ещё не дошли.</translation>
    </message>
    <message>
        <source>Nothing has been paid yet. This folder holds payouts of which the bank says that they are paid.</source>
        <translation>Пока ничего не исполнено. В этой папке — выплаты, о которых банк сообщил, что они исполнены.</translation>
    </message>
    <message>
        <source>No payout has failed. This folder holds payouts that the bank did not carry out, with its reason.</source>
        <translation>Неисполненных выплат нет. В этой папке — выплаты, которые банк не исполнил, с его причиной.</translation>
    </message>
    <message>
        <source>No payout was cancelled. This folder holds payouts that were dropped before anything was paid.</source>
        <translation>Отменённых выплат нет. В этой папке — выплаты, от которых отказались до того, как ушли деньги.</translation>
    </message>
    <message>
        <source>No money came back. This folder holds payouts that the recipient&apos;s bank returned.</source>
        <translation>Возвратов нет. В этой папке — выплаты, которые вернул банк получателя.</translation>
    </message>
    <message>
        <source>There are no payouts yet. Ctrl+N starts the first one.</source>
        <translation>Выплат ещё нет. Ctrl+N начинает первую.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Send to the bank for checking</source>
        <translation>Отправить в банк на проверку</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Проверить…</translation>
    </message>
    <message>
        <source>Cancel payout…</source>
        <translation>Отменить выплату…</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Спросить сейчас</translation>
    </message>
    <message>
        <source>Close and try again…</source>
        <translation>Закрыть и повторить…</translation>
    </message>
    <message>
        <source>Send the same confirmation again…</source>
        <translation>Отправить то же подтверждение ещё раз…</translation>
    </message>
    <message>
        <source>Send the same cancellation again…</source>
        <translation>Отправить ту же отмену ещё раз…</translation>
    </message>
    <message>
        <source>Cancel at the bank…</source>
        <translation>Отменить в банке…</translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation>Приостановить…</translation>
    </message>
    <message>
        <source>Take over the bank&apos;s answer…</source>
        <translation>Принять ответ банка…</translation>
    </message>
    <message>
        <source>Pay again as a new payout</source>
        <translation>Заплатить новой выплатой</translation>
    </message>
    <message>
        <source>The empty session is cancelled at the bank. Only after the bank has said so, the payout is sent for checking once more.</source>
        <translation>Пустая сессия отменяется в банке. Только когда банк об этом сообщит, выплата ещё раз уйдёт на проверку.</translation>
    </message>
    <message>
        <source>Exactly the same confirmation is sent once more. The bank can pay it only once.</source>
        <translation>Точно такое же подтверждение уйдёт ещё раз. Заплатить по нему банк может только один раз.</translation>
    </message>
    <message>
        <source>Exactly the same cancellation is sent once more. Nothing is paid.</source>
        <translation>Точно такая же отмена уйдёт ещё раз. Деньги не уйдут.</translation>
    </message>
    <message>
        <source>The bank is told to drop this payout. Nothing is paid.</source>
        <translation>Банку будет отправлен отказ от этой выплаты. Деньги не уйдут.</translation>
    </message>
    <message>
        <source>The same request has left three times, and no more. Call the bank, and write down who said what. The bank goes on being asked; what it says later can be taken over.</source>
        <translation>Один и тот же запрос уходил три раза, больше нельзя. Позвоните в банк и запишите, кто что сказал. Банк опрашивается и дальше; то, что он скажет позже, можно будет принять.</translation>
    </message>
    <message>
        <source>The payout leaves the hold and takes the state that the bank&apos;s latest reading tells.</source>
        <translation>Приостановка снимается, и выплата принимает состояние из последнего сообщения банка.</translation>
    </message>
    <message>
        <source>The draft is thrown away. It was never sent.</source>
        <translation>Черновик удаляется. Он никуда не отправлялся.</translation>
    </message>
    <message>
        <source>%1 · new recipient</source>
        <extracomment>a payout&apos;s standing, and that its recipient was never paid so before</extracomment>
        <translation>%1 · новый получатель</translation>
    </message>
    <message>
        <source>Review: another recipient</source>
        <translation>Проверка: другой получатель</translation>
    </message>
    <message>
        <source>%1 · another recipient</source>
        <extracomment>a payout&apos;s standing, and that the bank&apos;s answer named another recipient than was asked for</extracomment>
        <translation>%1 · другой получатель</translation>
    </message>
    <message>
        <source>Ask whether it came back</source>
        <translation>Спросить, не вернулась ли</translation>
    </message>
    <message>
        <source>Ask once more</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>%1 · looks like No. %2</source>
        <extracomment>a draft&apos;s standing, and the number of an earlier payout that it looks like</extracomment>
        <translation>%1 · похоже на № %2</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>the state of one payout, not the folder</comment>
        <translation>Возврат</translation>
    </message>
</context>
<context>
    <name>countersign::ui::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ProfileChooser</name>
    <message>
        <source>Choose a profile</source>
        <translation>Выбор профиля</translation>
    </message>
    <message>
        <source>&amp;Which profile do you want to open?</source>
        <translation>&amp;Какой профиль открыть?</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>%1  —  can&apos;t be opened
%2</source>
        <translation>%1  —  не открывается
%2</translation>
    </message>
    <message>
        <source>Setting up is not finished.</source>
        <translation>Настройка не закончена.</translation>
    </message>
    <message>
        <source>%1  —  %2: %3
%4</source>
        <translation>%1  —  %2: %3
%4</translation>
    </message>
    <message>
        <source>&amp;Set up another profile…</source>
        <translation>&amp;Создать другой профиль…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Открыть</translation>
    </message>
    <message>
        <source>&amp;Go on setting up</source>
        <translation>&amp;Продолжить настройку</translation>
    </message>
    <message>
        <source>&amp;Bring one from another computer…</source>
        <translation>П&amp;еренести с другого компьютера…</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ProfileWords</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>Дайте профилю имя.</translation>
    </message>
    <message>
        <source>Enter who sits here. The name stands under every decision.</source>
        <translation>Укажите ваше имя. Имя стоит под каждым решением.</translation>
    </message>
    <message>
        <source>Enter the company&apos;s name.</source>
        <translation>Укажите наименование компании.</translation>
    </message>
    <message>
        <source>Enter the company&apos;s INN.</source>
        <translation>Укажите ИНН компании.</translation>
    </message>
    <message>
        <source>Enter the KPP: a company with an INN of 10 digits has one.</source>
        <translation>Укажите КПП: он есть у компании с ИНН из 10 цифр.</translation>
    </message>
    <message>
        <source>Enter at least one settlement account.</source>
        <translation>Укажите хотя бы один расчётный счёт.</translation>
    </message>
    <message>
        <source>Enter the account number.</source>
        <translation>Укажите номер счёта.</translation>
    </message>
    <message>
        <source>Enter the BIK.</source>
        <translation>Укажите БИК.</translation>
    </message>
    <message>
        <source>Enter the bank&apos;s address.</source>
        <translation>Укажите адрес банка.</translation>
    </message>
    <message>
        <source>Enter the project id that the bank gave you.</source>
        <translation>Укажите идентификатор проекта, который дал банк.</translation>
    </message>
    <message>
        <source>Create a signing key or open the one you have.</source>
        <translation>Создайте ключ подписи или откройте имеющийся.</translation>
    </message>
    <message>
        <source>Choose the bank&apos;s public key: without it no webhook can be believed.</source>
        <translation>Выберите открытый ключ банка: без него нельзя верить ни одному уведомлению.</translation>
    </message>
    <message>
        <source>Enter the address of this computer to listen on.</source>
        <translation>Укажите адрес этого компьютера, на котором принимать уведомления.</translation>
    </message>
    <message>
        <source>Enter the port.</source>
        <translation>Укажите порт.</translation>
    </message>
    <message>
        <source>Enter the path.</source>
        <translation>Укажите путь.</translation>
    </message>
    <message>
        <source>Choose the certificate that belongs to the key.</source>
        <translation>Выберите сертификат, который относится к ключу.</translation>
    </message>
    <message>
        <source>Choose the key that belongs to the certificate.</source>
        <translation>Выберите ключ, который относится к сертификату.</translation>
    </message>
    <message>
        <source>Enter a limit for one payout: a live profile needs one.</source>
        <translation>Укажите лимит одной выплаты: боевому профилю он нужен.</translation>
    </message>
    <message>
        <source>Enter a limit for one day: a live profile needs one.</source>
        <translation>Укажите дневной лимит: боевому профилю он нужен.</translation>
    </message>
    <message>
        <source>Enter a limit for new recipients.</source>
        <translation>Укажите лимит для новых получателей.</translation>
    </message>
    <message>
        <source>Set the hours in which payouts may leave: a live profile needs them.</source>
        <translation>Задайте часы, в которые уходят выплаты: боевому профилю они нужны.</translation>
    </message>
    <message>
        <source>Use 1 to 40 small Latin letters, digits, “-” and “_”, and begin with a letter or digit.</source>
        <translation>От 1 до 40 строчных латинских букв, цифр, «-» и «_»; в начале буква или цифра.</translation>
    </message>
    <message>
        <source>This can&apos;t be used as a name. Correct it.</source>
        <translation>Так назвать нельзя. Исправьте имя.</translation>
    </message>
    <message>
        <source>An INN has 10 digits, or 12 for a sole proprietor, and does not begin with 00.</source>
        <translation>В ИНН 10 цифр или 12 у индивидуального предпринимателя, и он не начинается с 00.</translation>
    </message>
    <message>
        <source>A KPP has 9 characters: digits, and digits or Latin letters in places 5 and 6.</source>
        <translation>В КПП 9 знаков: цифры, а на 5-м и 6-м местах цифры или латинские буквы.</translation>
    </message>
    <message>
        <source>Correct the settlement accounts.</source>
        <translation>Исправьте расчётные счета.</translation>
    </message>
    <message>
        <source>An account number has 20 digits.</source>
        <translation>В номере счёта 20 цифр.</translation>
    </message>
    <message>
        <source>A BIK has 9 digits.</source>
        <translation>В БИК 9 цифр.</translation>
    </message>
    <message>
        <source>Enter only the beginning of the address, such as https://demo.bank131.ru.</source>
        <translation>Укажите только начало адреса, например https://demo.bank131.ru.</translation>
    </message>
    <message>
        <source>The project id holds Latin letters, digits and signs without spaces. Copy it again.</source>
        <translation>Идентификатор проекта состоит из латинских букв, цифр и знаков без пробелов. Скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>This file can&apos;t be used. Choose another one.</source>
        <translation>Этот файл не подходит. Выберите другой.</translation>
    </message>
    <message>
        <source>Enter an IP address, such as 127.0.0.1 or 192.168.1.10.</source>
        <translation>Укажите IP-адрес, например 127.0.0.1 или 192.168.1.10.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Порт — это число от 1 до 65535.</translation>
    </message>
    <message>
        <source>A path begins with “/” and holds Latin letters, digits and the signs . _ ~ - only.</source>
        <translation>Путь начинается с «/» и состоит только из латинских букв, цифр и знаков . _ ~ -</translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation>Укажите сумму больше нуля.</translation>
    </message>
    <message>
        <source>The hours must begin before they end.</source>
        <translation>Начало часов должно быть раньше конца.</translation>
    </message>
    <message>
        <source>A sole proprietor has no KPP. Leave it empty or correct the INN.</source>
        <translation>У индивидуального предпринимателя нет КПП. Оставьте поле пустым или исправьте ИНН.</translation>
    </message>
    <message>
        <source>Port 0 is for practice only. Enter the port that the bank&apos;s webhooks are sent to.</source>
        <translation>Порт 0 только для тренировки. Укажите порт, на который банк отправляет уведомления.</translation>
    </message>
    <message>
        <source>This value is not permitted here. Choose another one.</source>
        <translation>Это значение здесь не разрешено. Выберите другое.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Тренировка</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Стенд банка</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Боевой</translation>
    </message>
    <message>
        <source>The same entry stands further up. Remove one of them.</source>
        <translation>Такая же запись стоит выше. Уберите одну из них.</translation>
    </message>
    <message>
        <source>The address must begin with https://: the bank is asked through TLS only.</source>
        <translation>Адрес должен начинаться с https://: банк опрашивается только по TLS.</translation>
    </message>
    <message>
        <source>The practice bank runs on this computer: its address is 127.0.0.1, ::1 or localhost.</source>
        <translation>Тренировочный банк работает на этом компьютере: его адрес 127.0.0.1, ::1 или localhost.</translation>
    </message>
    <message>
        <source>This is not the bank&apos;s live server. Correct the address or make a demo profile.</source>
        <translation>Это не боевой сервер банка. Исправьте адрес или создайте профиль для стенда банка.</translation>
    </message>
    <message>
        <source>This is the bank&apos;s live server, which moves real money. Correct the address or make a live profile.</source>
        <translation>Это боевой сервер банка, он проводит настоящие деньги. Исправьте адрес или создайте боевой профиль.</translation>
    </message>
    <message>
        <source>One payout may not be larger than all of a day. Correct one of the two limits.</source>
        <translation>Одна выплата не может быть больше дневного лимита. Исправьте один из двух лимитов.</translation>
    </message>
    <message>
        <source>Too short: a password has at least 12 characters.</source>
        <translation>Слишком короткий: в пароле не меньше 12 символов.</translation>
    </message>
    <message>
        <source>Weak: repeated or running characters are easy to guess. Mix in others.</source>
        <translation>Слабый: повторы и символы подряд легко угадать. Добавьте другие.</translation>
    </message>
    <message>
        <source>Good enough. A few more words make it strong.</source>
        <translation>Годится. Ещё несколько слов сделают его надёжным.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Надёжный.</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Поиск адреса</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Certificate (TLS)</source>
        <translation>Сертификат (TLS)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>не нужно</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>не проверялось</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>неясно</translation>
    </message>
    <message>
        <source>The bank&apos;s answer tells neither yes nor no. Try again; if it stays so, ask the bank.</source>
        <translation>Из ответа банка не видно ни да, ни нет. Попробуйте ещё раз; если не изменится, спросите банк.</translation>
    </message>
    <message>
        <source>The bank&apos;s name has no address here. Check the spelling of the address and whether this computer is connected to the network.</source>
        <translation>У имени банка здесь нет адреса. Проверьте, как написан адрес и подключён ли компьютер к сети.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. For practice, start the practice bank; otherwise ask your administrator whether a firewall or proxy stands in the way.</source>
        <translation>По этому адресу никто не отвечает. Для тренировки запустите тренировочный банк; иначе спросите администратора, не мешает ли межсетевой экран или прокси.</translation>
    </message>
    <message>
        <source>The bank does not let this project in. Compare the project id with the bank&apos;s letter, and ask whether the bank admits your network address.</source>
        <translation>Банк не пускает этот проект. Сверьте идентификатор проекта с письмом банка и спросите, разрешён ли в банке ваш сетевой адрес.</translation>
    </message>
    <message>
        <source>The bank does not accept the signature. Send it your public key, ask whether it has been enrolled for this project, and compare the fingerprints by phone.</source>
        <translation>Банк не принимает подпись. Отправьте ему открытый ключ, спросите, зарегистрирован ли он для этого проекта, и сверьте отпечатки по телефону.</translation>
    </message>
    <message>
        <source>This address speaks plain http, not https. For the practice bank, enter it with http://; the real bank is never asked that way: compare its address and port.</source>
        <translation>По этому адресу отвечают по http, а не по https. Для тренировочного банка введите адрес с http://; настоящий банк так никогда не спрашивают: сверьте его адрес и порт.</translation>
    </message>
    <message>
        <source>Compare the fingerprint of the bank&apos;s public key with the bank by phone.</source>
        <translation>Сверьте отпечаток открытого ключа банка с банком по телефону.</translation>
    </message>
    <message>
        <source>Ask your manager at the bank whether automatic confirmation is off for your project, then enter the answer.</source>
        <translation>Спросите менеджера банка, выключено ли автоматическое подтверждение для вашего проекта, и укажите ответ.</translation>
    </message>
    <message>
        <source>Enter the payer&apos;s identifier.</source>
        <translation>Введите идентификатор плательщика.</translation>
    </message>
    <message>
        <source>Enter the fingerprint of the server&apos;s key.</source>
        <translation>Введите отпечаток ключа сервера.</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>Введите число.</translation>
    </message>
    <message>
        <source>Enter the addresses that may connect.</source>
        <translation>Введите адреса, с которых можно подключаться.</translation>
    </message>
    <message>
        <source>Choose one of the answers.</source>
        <translation>Выберите один из ответов.</translation>
    </message>
    <message>
        <source>The payer&apos;s identifier holds Latin letters, digits and signs without spaces. Copy it again.</source>
        <translation>В идентификаторе плательщика только латинские буквы, цифры и знаки без пробелов. Скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>A fingerprint of a server&apos;s key has 64 digits from 0 to 9 and A to F, one fingerprint a line.</source>
        <translation>В отпечатке ключа сервера 64 знака: цифры и буквы от A до F; по одному отпечатку в строке.</translation>
    </message>
    <message>
        <source>This number is too small or too large. Correct it.</source>
        <translation>Это число слишком мало или слишком велико. Исправьте его.</translation>
    </message>
    <message>
        <source>Enter IP addresses or networks, such as 192.0.2.7 or 192.0.2.0/24, one a line.</source>
        <translation>Введите IP-адреса или сети, например 192.0.2.7 или 192.0.2.0/24, по одному в строке.</translation>
    </message>
    <message>
        <source>Ask the bank to switch automatic confirmation off: while it is on, money leaves as soon as a payout is sent, and the review comes too late.</source>
        <translation>Попросите банк выключить автоматическое подтверждение: пока оно включено, деньги уходят сразу после отправки выплаты, и проверка опаздывает.</translation>
    </message>
    <message>
        <source>Enter a second fingerprint as well, of the key that the bank will use next: with one alone the bank can&apos;t be reached any more when it changes its key.</source>
        <translation>Введите и второй отпечаток — ключа, на который банк перейдёт потом: с одним отпечатком связь с банком пропадёт, когда он сменит ключ.</translation>
    </message>
    <message>
        <source>This key file is damaged. Ask the bank for its public key again.</source>
        <translation>Этот файл ключа повреждён. Запросите открытый ключ у банка ещё раз.</translation>
    </message>
    <message>
        <source>This file holds no public key: it is empty, or something else, such as a letter or a certificate. Choose the PEM file with the bank&apos;s public key.</source>
        <translation>В этом файле нет открытого ключа: он пуст или это что-то другое, например письмо или сертификат. Выберите файл PEM с открытым ключом банка.</translation>
    </message>
    <message>
        <source>This can&apos;t be the bank&apos;s key: it is shorter than 2048 bits. Ask the bank.</source>
        <translation>Это не может быть ключ банка: он короче 2048 бит. Спросите банк.</translation>
    </message>
    <message>
        <source>This can&apos;t be the bank&apos;s key: it is not safe to use. Ask the bank.</source>
        <translation>Это не может быть ключ банка: пользоваться им небезопасно. Спросите банк.</translation>
    </message>
    <message>
        <source>This can&apos;t be the bank&apos;s key: it is not an RSA key. Ask the bank.</source>
        <translation>Это не может быть ключ банка: это не ключ RSA. Спросите банк.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Ещё не спрашивали</translation>
    </message>
    <message>
        <source>It is off: the bank waits for our confirmation</source>
        <translation>Выключено: банк ждёт нашего подтверждения</translation>
    </message>
    <message>
        <source>It is on: the bank pays without our confirmation</source>
        <translation>Включено: банк платит без нашего подтверждения</translation>
    </message>
    <message>
        <source>The server shows another key than those that the settings name under “Advanced”, so nothing was sent. Ask the bank whether it has changed its key; if it has not, somebody stands between you and the bank.</source>
        <translation>Сервер предъявил не тот ключ, что указан в настройках на странице «Дополнительно», поэтому ничего не отправлено. Спросите банк, менял ли он ключ; если нет, кто-то стоит между вами и банком.</translation>
    </message>
    <message>
        <source>The certificate can&apos;t be trusted, so nothing was sent. If your company inspects connections, or this is a practice bank of your own, enter its certificate under “Extra certificate”; otherwise tell the bank.</source>
        <translation>Сертификату нельзя доверять, поэтому ничего не отправлено. Если ваша компания проверяет соединения или это ваш собственный тренировочный банк, укажите сертификат в поле «Дополнительный сертификат»; иначе сообщите банку.</translation>
    </message>
    <message>
        <source>Choose the folder for the backups.</source>
        <translation>Выберите папку для резервных копий.</translation>
    </message>
    <message>
        <source>Enter the whole name of the folder, beginning with the disk.</source>
        <translation>Введите полное имя папки, начиная с диска.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReasonPanel</name>
    <message>
        <source>Go back</source>
        <translation>Вернуться</translation>
    </message>
    <message>
        <source>Reason, in your own words</source>
        <translation>Причина, своими словами</translation>
    </message>
    <message>
        <source>&amp;Reason, in your own words</source>
        <translation>&amp;Причина, своими словами</translation>
    </message>
    <message>
        <source>&amp;Reason, if you want to give one</source>
        <translation>&amp;Причина, если хотите её указать</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReceivedView</name>
    <message>
        <source>Exactly as it came</source>
        <translation>Точно как получено</translation>
    </message>
    <message>
        <source>The bank&apos;s message as it was received</source>
        <translation>Сообщение банка, как оно получено</translation>
    </message>
    <message>
        <source>Find in the message</source>
        <translation>Найти в сообщении</translation>
    </message>
    <message>
        <source>%1 bytes. SHA-256 of the confirmation in it: %2</source>
        <translation>Байт: %1. SHA-256 подтверждения в нём: %2</translation>
    </message>
    <message>
        <source>Found %1 times</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientFields</name>
    <message>
        <source>&amp;Recipient</source>
        <translation>&amp;Получатель</translation>
    </message>
    <message>
        <source>&amp;INN</source>
        <translation>&amp;ИНН</translation>
    </message>
    <message>
        <source>&amp;KPP</source>
        <translation>&amp;КПП</translation>
    </message>
    <message>
        <source>&amp;BIK</source>
        <translation>&amp;БИК</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Счёт</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>П&amp;римечание</translation>
    </message>
    <message>
        <source>Find the bank by its name</source>
        <translation>Найти банк по названию</translation>
    </message>
    <message>
        <source>or a part of its name</source>
        <translation>или часть названия</translation>
    </message>
    <message>
        <source>No bank of the directory has this BIK.</source>
        <translation>В справочнике нет банка с этим БИК.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientPanel</name>
    <message>
        <source>Type the last %1 digits of the account again, from the paper</source>
        <translation>Введите с документа ещё раз последние цифры счёта, всего %1</translation>
    </message>
    <message>
        <source>No. %1 is another payout</source>
        <translation>№ %1 — другая выплата</translation>
    </message>
    <message>
        <source>This looks like a payout that was made before</source>
        <translation>Похоже на более раннюю выплату</translation>
    </message>
    <message>
        <source>These are not the last %1 digits of the account above. Compare all of it with the paper.</source>
        <translation>Последние цифры счёта выше (всего %1) другие. Сверьте весь номер с документом.</translation>
    </message>
    <message>
        <source>Type the last %1 digits of the account again, from the paper.</source>
        <translation>Введите с документа ещё раз последние цифры счёта, всего %1.</translation>
    </message>
    <message>
        <source>Tick each earlier payout that this one looks like.</source>
        <translation>Отметьте каждую более раннюю выплату, на которую похожа эта.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientWords</name>
    <message>
        <source>Paid once</source>
        <translation>Платили один раз</translation>
    </message>
    <message>
        <source>…%1 at BIK %2, last on %3</source>
        <translation>…%1 в банке с БИК %2, последний раз %3</translation>
    </message>
    <message>
        <source>The name only looks like “%1”, which was paid: it is written with letters of another alphabet.</source>
        <translation>Наименование лишь похоже на «%1», которому платили: в нём буквы другого алфавита.</translation>
    </message>
    <message>
        <source>Call the recipient before you send, on a number that you had before.</source>
        <translation>Перед отправкой позвоните получателю по номеру, который знали раньше.</translation>
    </message>
    <message>
        <source>without an INN</source>
        <translation>без ИНН</translation>
    </message>
    <message>
        <source>with INN %1</source>
        <translation>ИНН %1</translation>
    </message>
    <message>
        <source>This account was last paid on %1 under the name “%2”, %3.</source>
        <translation>На этот счёт в последний раз платили %1, получателем был «%2», %3.</translation>
    </message>
    <message>
        <source>You paid this recipient before, but to another account: %1.</source>
        <translation>Этому получателю вы уже платили, но на другой счёт: %1.</translation>
    </message>
    <message>
        <source>the same account, amount and purpose</source>
        <translation>те же счёт, сумма и назначение</translation>
    </message>
    <message>
        <source>the same document number and date</source>
        <translation>те же номер и дата документа</translation>
    </message>
    <message>
        <source>the same row of the same file</source>
        <translation>та же строка того же файла</translation>
    </message>
    <message>
        <source>Another account than before</source>
        <translation>Не тот счёт, что раньше</translation>
    </message>
    <message>
        <source>Another name or INN than before</source>
        <translation>Не те наименование или ИНН, что раньше</translation>
    </message>
    <message>
        <source>Never paid before</source>
        <translation>Раньше не платили</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>отправитель</translation>
    </message>
    <message>
        <source>name</source>
        <translation>наименование</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>account</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>сумма</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>назначение</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>срочность</translation>
    </message>
    <message>
        <source>all</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>Changed by hand: %1; it came as “%2”</source>
        <translation>Изменено вручную: %1; пришло как «%2»</translation>
    </message>
    <message>
        <source>the bank does not know that</source>
        <translation>банку это неизвестно</translation>
    </message>
    <message>
        <source>%1, last on %2</source>
        <translation>%1, последний раз %2</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый счёт</translation>
    </message>
    <message>
        <source>Known account, other recipient</source>
        <translation>Счёт известен, получатель другой</translation>
    </message>
    <message>
        <source>Nobody with this account, INN or name was paid yet.</source>
        <translation>Ни на этот счёт, ни по этому ИНН или наименованию ещё не платили.</translation>
    </message>
    <message>
        <source>No. %1 of %2 (%3): %4</source>
        <translation>№ %1 от %2 (%3): %4</translation>
    </message>
    <message>
        <source>Paid before</source>
        <translation>Платили раньше</translation>
    </message>
    <message>
        <source>when it was sent; %1 had read the account from the paper</source>
        <translation>на момент отправки; счёт с документом сверен, кто сверил: %1</translation>
    </message>
    <message>
        <source>! new recipient</source>
        <translation>! новый получатель</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>№ %1</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Похожа на</translation>
    </message>
    <message>
        <source>%1 said that it is another payout</source>
        <translation>это другая выплата, кто отметил: %1</translation>
    </message>
    <message>
        <source>! looks like an earlier payout</source>
        <translation>! похожа на более раннюю</translation>
    </message>
    <message>
        <source>Imported from %1, row %2</source>
        <translation>Загружено из файла %1, строка %2</translation>
    </message>
    <message>
        <source>Copied from No. %1</source>
        <translation>Скопировано с № %1</translation>
    </message>
    <message>
        <source>Recipient from the address book</source>
        <translation>Получатель из справочника получателей</translation>
    </message>
    <message>
        <source>Pasted: %1</source>
        <translation>Вставлено: %1</translation>
    </message>
    <message numerus="yes">
        <source>Paid %n times</source>
        <translation>
            <numerusform>Платили %n раз</numerusform>
            <numerusform>Платили %n раза</numerusform>
            <numerusform>Платили %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>…%1 at BIK %2 (%3)</source>
        <translation>…%1 в банке с БИК %2 (%3)</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>From the template “%1”</source>
        <translation>Из шаблона «%1»</translation>
    </message>
    <message>
        <source>This account was last paid on %1. Since then you have paid this recipient to another account: %2.</source>
        <translation>На этот счёт в последний раз платили %1. С тех пор вы платили этому получателю на другой счёт: %2.</translation>
    </message>
    <message>
        <source>No longer the latest account</source>
        <translation>Уже не последний счёт</translation>
    </message>
    <message>
        <source>the same document number and account</source>
        <translation>те же номер документа и счёт</translation>
    </message>
    <message>
        <source>the same document number and amount</source>
        <translation>те же номер документа и сумма</translation>
    </message>
    <message>
        <source>Income code %1: the bank is not told</source>
        <translation>Код вида дохода %1: банку не передаётся</translation>
    </message>
    <message>
        <source>Priority %1: the bank is not told</source>
        <translation>Очерёдность %1: банку не передаётся</translation>
    </message>
    <message>
        <source>Code (UIN) %1: the bank is not told</source>
        <translation>Код (УИН) %1: банку не передаётся</translation>
    </message>
    <message>
        <source>! the import warned</source>
        <translation>! предупреждение при загрузке</translation>
    </message>
    <message>
        <source>The import warned: %1</source>
        <translation>Предупреждение при загрузке: %1</translation>
    </message>
    <message>
        <source>The address book had this account and no longer has it.</source>
        <translation>Этот счёт был в справочнике получателей, теперь его там нет.</translation>
    </message>
    <message>
        <source>The address book has another account for this recipient: %1.</source>
        <translation>В справочнике получателей у этого получателя другой счёт: %1.</translation>
    </message>
    <message>
        <source>Not the account in the address book</source>
        <translation>Счёт не тот, что в справочнике получателей</translation>
    </message>
    <message>
        <source>If the account is right, correct the address book.</source>
        <translation>Если счёт верный, исправьте справочник получателей.</translation>
    </message>
    <message>
        <source>Since it was sent</source>
        <translation>После отправки</translation>
    </message>
    <message>
        <source>! changed since it was sent</source>
        <translation>! изменилось после отправки</translation>
    </message>
    <message>
        <source>! not compared with the paper</source>
        <translation>! не сверено с бумагой</translation>
    </message>
    <message>
        <source>nobody was asked about that when this payout was sent</source>
        <translation>при отправке этой выплаты об этом никого не спрашивали</translation>
    </message>
    <message>
        <source>! looks like another payout</source>
        <translation>! похожа на другую выплату</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RecipientsWindow</name>
    <message>
        <source>Give a name of up to 160 visible characters.</source>
        <translation>Укажите наименование: не больше 160 видимых символов.</translation>
    </message>
    <message>
        <source>An INN has 10 or 12 digits. Correct it, or leave it empty.</source>
        <translation>В ИНН 10 или 12 цифр. Исправьте его или оставьте пустым.</translation>
    </message>
    <message>
        <source>A KPP has 9 characters. Correct it, or leave it empty.</source>
        <translation>В КПП 9 знаков. Исправьте его или оставьте пустым.</translation>
    </message>
    <message>
        <source>A BIK has 9 digits. Correct it.</source>
        <translation>В БИК 9 цифр. Исправьте его.</translation>
    </message>
    <message>
        <source>An account has 20 digits. Correct it.</source>
        <translation>В номере счёта 20 цифр. Исправьте его.</translation>
    </message>
    <message>
        <source>Shorten the note to 500 visible characters.</source>
        <translation>Сократите примечание до 500 видимых символов.</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>entered, account …%1</source>
        <translation>внесено, счёт …%1</translation>
    </message>
    <message>
        <source>%1 from “%2” to “%3”</source>
        <translation>%1: было «%2», стало «%3»</translation>
    </message>
    <message>
        <source>name</source>
        <translation>наименование</translation>
    </message>
    <message>
        <source>INN</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>KPP</source>
        <translation>КПП</translation>
    </message>
    <message>
        <source>BIK</source>
        <translation>БИК</translation>
    </message>
    <message>
        <source>account</source>
        <translation>счёт</translation>
    </message>
    <message>
        <source>note</source>
        <translation>примечание</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Name, INN, account, BIK or note</source>
        <translation>Наименование, ИНН, счёт, БИК</translation>
    </message>
    <message>
        <source>Search recipients</source>
        <translation>Поиск получателей</translation>
    </message>
    <message>
        <source>New recipient</source>
        <translation>Новый получатель</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>What was changed, by whom and when</source>
        <translation>Что, кем и когда изменено</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>That was not taken.</source>
        <translation>Это не принято.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Убрать в архив</translation>
    </message>
    <message>
        <source>New payout to them</source>
        <translation>Новая выплата получателю</translation>
    </message>
    <message>
        <source>%1 of %2 are shown. Search for the others.</source>
        <translation>Показано %1 из %2. Остальных ищите поиском.</translation>
    </message>
    <message>
        <source>Recipients: %1</source>
        <translation>Получателей: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>There is an entry with this account and BIK already.</source>
        <translation>Запись с таким счётом и БИК уже есть.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>Somebody has changed this entry meanwhile. Choose it again.</source>
        <translation>Эту запись тем временем изменили. Выберите её ещё раз.</translation>
    </message>
    <message>
        <source>This was not saved.</source>
        <translation>Это не сохранено.</translation>
    </message>
    <message>
        <source>Show retired ones</source>
        <translation>Показывать архивных</translation>
    </message>
    <message>
        <source>The entry was saved.</source>
        <translation>Запись сохранена.</translation>
    </message>
    <message>
        <source>No recipient holds these words.</source>
        <translation>Этих слов нет ни у одного получателя.</translation>
    </message>
    <message>
        <source>What you have entered is not saved.</source>
        <translation>Введённое не сохранено.</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Продолжить без сохранения</translation>
    </message>
    <message>
        <source>There are no recipients yet. Enter one here, or choose a payout in the list and then Payout → Add recipient to address book.</source>
        <translation>Получателей пока нет. Введите получателя здесь или выберите выплату в списке и затем Выплата → Добавить получателя в справочник.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReportWindow</name>
    <message>
        <source>Report a problem</source>
        <translation>Сообщить о проблеме</translation>
    </message>
    <message>
        <source>Files of the report</source>
        <translation>Файлы отчёта</translation>
    </message>
    <message>
        <source>What is in the chosen file</source>
        <translation>Содержимое выбранного файла</translation>
    </message>
    <message>
        <source>The report is put together; the data are checked meanwhile.</source>
        <translation>Отчёт составляется; тем временем проверяются данные.</translation>
    </message>
    <message>
        <source>What the report will hold</source>
        <translation>Что будет в отчёте</translation>
    </message>
    <message>
        <source>These files and nothing else go into one zip file that you save and pass on yourself. No names, accounts, amounts, keys or passwords are in them. Read them before you save.</source>
        <translation>В один файл zip, который вы сохраняете и передаёте сами, войдут эти файлы и больше ничего. В них нет имён, счетов, сумм, ключей и паролей. Прочитайте их, прежде чем сохранить.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation>&amp;Сохранить отчёт…</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Отчёта нет.</translation>
    </message>
    <message>
        <source>The report is saved. Nothing was sent.</source>
        <translation>Отчёт сохранён. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>Отчёт не сохранён.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RestoreWindow</name>
    <message>
        <source>Bring a profile from another computer</source>
        <translation>Перенос профиля с другого компьютера</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Восстановление из резервной копии</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Выберите резервную копию</translation>
    </message>
    <message>
        <source>How far the backup has been read</source>
        <translation>Сколько копии уже прочитано</translation>
    </message>
    <message>
        <source>&amp;Nobody pays with this profile on the other computer any more</source>
        <translation>На &amp;другом компьютере по этому профилю больше никто не платит</translation>
    </message>
    <message>
        <source>&amp;Backup</source>
        <translation>&amp;Копия</translation>
    </message>
    <message>
        <source>The file is read and checked; nothing is changed by that.</source>
        <translation>Файл читается и проверяется; этим ничего не меняется.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>B&amp;ring this profile here</source>
        <translation>П&amp;еренести этот профиль сюда</translation>
    </message>
    <message>
        <source>&amp;Restore, and freeze sending</source>
        <translation>&amp;Восстановить и остановить отправку</translation>
    </message>
    <message>
        <source>This backup can&apos;t be used.</source>
        <translation>Эту копию использовать нельзя.</translation>
    </message>
    <message>
        <source>Everything after %1 is not in it.</source>
        <translation>В ней нет ничего из того, что было после %1.</translation>
    </message>
    <message>
        <source>The profile is closed and opened again with these data; sending is frozen then, until you lift the freeze. The data of now are set aside in the profile&apos;s folder and not deleted. The send journal, the settings and the key of this computer stay. What the journal knows beyond the backup is asked at the bank as soon as the key is unlocked.</source>
        <translation>Профиль закроется и откроется с этими данными; отправка будет остановлена, пока вы её не возобновите. Нынешние данные будут отложены в папку профиля, а не удалены. Журнал отправки, настройки и ключ этого компьютера останутся. О запросах из журнала, которых нет в копии, программа спросит банк сразу после разблокировки ключа.</translation>
    </message>
    <message>
        <source>Sending was frozen on the other computer before the file was written.</source>
        <translation>Перед записью файла на другом компьютере отправка была остановлена.</translation>
    </message>
    <message>
        <source>The file is an ordinary backup: what the other computer has sent after %1 is not in it, and this computer can&apos;t find out. Compare the bank&apos;s statement since then, payout by payout, before you lift the freeze.</source>
        <translation>Это обычная резервная копия: того, что другой компьютер отправил после %1, в ней нет, и этот компьютер не может об этом узнать. Прежде чем возобновить отправку, сверьте выписку банка с этого времени, выплату за выплатой.</translation>
    </message>
    <message>
        <source>Two computers with one profile can pay twice.</source>
        <translation>Два компьютера с одним профилем могут заплатить дважды.</translation>
    </message>
    <message>
        <source>The profile opens here frozen, and what waited to be sent is a draft again. You will need the password of its signing key.</source>
        <translation>Профиль откроется здесь с остановленной отправкой, а то, что ждало отправки, снова станет черновиком. Понадобится пароль его ключа подписи.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Остановлено. Ничего не изменилось.</translation>
    </message>
    <message>
        <source>I will compare payouts &amp;made after this backup with the bank&apos;s statement</source>
        <translation>Я &amp;сверю с выпиской банка выплаты, сделанные после этой копии</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Returning</name>
    <message>
        <source>The data come back from the backup and are checked.</source>
        <translation>Данные восстанавливаются из копии и проверяются.</translation>
    </message>
    <message>
        <source>Nothing was restored.</source>
        <translation>Ничего не восстановлено.</translation>
    </message>
    <message>
        <source>The data are restored.</source>
        <translation>Данные восстановлены.</translation>
    </message>
    <message>
        <source>Sending is frozen.</source>
        <translation>Отправка остановлена.</translation>
    </message>
    <message>
        <source>Sending is frozen. The data from before were set aside, in %1.</source>
        <translation>Отправка остановлена. Прежние данные отложены сюда: %1.</translation>
    </message>
    <message>
        <source>The profile was not brought here.</source>
        <translation>Профиль не перенесён.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::RetypedEdit</name>
    <message>
        <source>Type these digits; they can&apos;t be pasted.</source>
        <translation>Наберите эти цифры: вставить их нельзя.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReviewActs</name>
    <message>
        <source>Before you can confirm</source>
        <translation>Прежде чем подтвердить</translation>
    </message>
    <message>
        <source>Type the last 4 digits of the account the bank will pay</source>
        <translation>Введите последние 4 цифры счёта, на который заплатит банк</translation>
    </message>
    <message>
        <source>Why this payout is right all the same; the record keeps it</source>
        <translation>Почему эта выплата всё равно верна; запись останется в журнале</translation>
    </message>
    <message>
        <source>These are not the last 4 digits of that account.</source>
        <translation>Это не последние 4 цифры того счёта.</translation>
    </message>
    <message>
        <source>Type the last 4 digits of the account the bank will pay.</source>
        <translation>Введите последние 4 цифры счёта, на который заплатит банк.</translation>
    </message>
    <message>
        <source>Write why this payout is right all the same.</source>
        <translation>Напишите, почему эта выплата всё равно верна.</translation>
    </message>
    <message>
        <source>Tick each of these lines that is true.</source>
        <translation>Отметьте каждую из этих строк, которая верна.</translation>
    </message>
    <message>
        <source>These are not the last 6 digits of the account that you asked for. Compare all of it with the paper.</source>
        <translation>Это не последние 6 цифр счёта, который вы указали. Сверьте его с бумагой целиком.</translation>
    </message>
    <message>
        <source>Type the last 6 digits of the account that you asked for, from the paper.</source>
        <translation>Введите с бумаги последние 6 цифр счёта, который вы указали.</translation>
    </message>
    <message>
        <source>Type the last 6 digits of the account that you asked for, from the paper</source>
        <translation>Введите с бумаги последние 6 цифр счёта, который вы указали</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReviewDialog</name>
    <message>
        <source>Review payout — %1 of %2</source>
        <translation>Проверка выплаты — %1 из %2</translation>
    </message>
    <message>
        <source>Review payout %1</source>
        <translation>Проверка выплаты %1</translation>
    </message>
    <message>
        <source>Review payout</source>
        <translation>Проверка выплаты</translation>
    </message>
    <message>
        <source>Views of the bank&apos;s answer</source>
        <translation>Виды ответа банка</translation>
    </message>
    <message>
        <source>What you asked for beside what the bank will pay</source>
        <translation>Что вы просили и что заплатит банк</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Посмотреть снова</translation>
    </message>
    <message>
        <source>Cancel payout…</source>
        <translation>Отменить выплату…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Confirm payout</source>
        <translation>Подтвердить выплату</translation>
    </message>
    <message>
        <source>Tell the bank to drop this payout? Nothing is paid. To pay after all, a new payout is needed.</source>
        <translation>Отправить банку отказ от этой выплаты? Деньги не уйдут. Чтобы всё-таки заплатить, понадобится новая выплата.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Вернуться</translation>
    </message>
    <message>
        <source>Cancel this payout</source>
        <translation>Отменить эту выплату</translation>
    </message>
    <message>
        <source>The review can&apos;t be shown.</source>
        <translation>Проверку показать не удаётся.</translation>
    </message>
    <message>
        <source>As received (JSON)</source>
        <translation>Как получено (JSON)</translation>
    </message>
    <message>
        <source>Amount — same in your request and in the bank&apos;s answer</source>
        <translation>Сумма — одинакова в вашей заявке и в ответе банка</translation>
    </message>
    <message>
        <source>Amount that you asked for — the bank&apos;s answer differs, see below</source>
        <translation>Сумма, которую вы просили, — в ответе банка другая, см. ниже</translation>
    </message>
    <message>
        <source>bank signature ✓</source>
        <translation>подпись банка ✓</translation>
    </message>
    <message>
        <source>read over TLS, not signed</source>
        <translation>получено по TLS, без подписи</translation>
    </message>
    <message>
        <source>Confirm payout of %1</source>
        <translation>Подтвердить выплату %1</translation>
    </message>
    <message>
        <source>What has happened to this payout</source>
        <translation>Что происходило с этой выплатой</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>This payout is not waiting for a decision any more.</source>
        <translation>Эта выплата больше не ждёт решения.</translation>
    </message>
    <message>
        <source>The bank&apos;s answer changed while you were looking.</source>
        <translation>Ответ банка изменился, пока вы смотрели.</translation>
    </message>
    <message>
        <source>Whether the bank&apos;s answer is still the same can&apos;t be read.</source>
        <translation>Не удаётся прочитать, прежний ли это ответ банка.</translation>
    </message>
    <message>
        <source>Look again before you decide.</source>
        <translation>Посмотрите ещё раз, прежде чем решать.</translation>
    </message>
    <message>
        <source>The answer holds more unknown parts than a person can look at. It can only be cancelled.</source>
        <translation>В ответе больше неизвестных частей, чем может просмотреть человек. Его можно только отменить.</translation>
    </message>
    <message>
        <source>This answer can&apos;t be confirmed, only cancelled.</source>
        <translation>Этот ответ нельзя подтвердить, можно только отменить.</translation>
    </message>
    <message>
        <source>Scroll to see all fields; then the payout can be confirmed.</source>
        <translation>Прокрутите и просмотрите все поля; после этого выплату можно подтвердить.</translation>
    </message>
    <message>
        <source>Take a moment to look.</source>
        <translation>Посмотрите внимательно.</translation>
    </message>
    <message>
        <source>Your decision is being stored…</source>
        <translation>Ваше решение сохраняется…</translation>
    </message>
    <message>
        <source>Reading the bank&apos;s answer…</source>
        <translation>Читаем ответ банка…</translation>
    </message>
    <message>
        <source>Cancelling pays nothing: the bank is told to drop it.</source>
        <translation>При отмене деньги не уйдут, банку будет отправлен отказ.</translation>
    </message>
    <message>
        <source>The payout was not confirmed.</source>
        <translation>Выплата не подтверждена.</translation>
    </message>
    <message>
        <source>The decision was not taken.</source>
        <translation>Решение не принято.</translation>
    </message>
    <message>
        <source>read over an unencrypted connection, not signed</source>
        <translation>прочитан по незашифрованному соединению, без подписи</translation>
    </message>
    <message>
        <source>session %1 · payout %2
answer received %3, %4
%5</source>
        <translation>сессия %1 · выплата %2
ответ получен %3, %4
%5</translation>
    </message>
    <message>
        <source>Go back to “Side by side” and see all fields; then the payout can be confirmed.</source>
        <translation>Вернитесь на вкладку «Сравнение» и просмотрите все поля; после этого выплату можно подтвердить.</translation>
    </message>
    <message>
        <source>History, %1</source>
        <translation>История, %1</translation>
    </message>
    <message>
        <source>What this review shows has changed while you were looking.</source>
        <extracomment>The bank&apos;s answer, the address book, or another payout that looks the same now.</extracomment>
        <translation>То, что показывает эта проверка, изменилось, пока вы смотрели.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReviewRow</name>
    <message>
        <source>%1. You asked for: %2. The bank will pay: %3. %4</source>
        <translation>%1. Вы просили: %2. Банк заплатит: %3. %4</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why “%1” is said here</source>
        <translation>Почему здесь сказано «%1»</translation>
    </message>
</context>
<context>
    <name>countersign::ui::ReviewRows</name>
    <message>
        <source>from the BIK directory</source>
        <translation>из справочника БИК</translation>
    </message>
    <message>
        <source>from your company profile</source>
        <translation>из профиля вашей компании</translation>
    </message>
    <message>
        <source>+ %1 added by the bank</source>
        <translation>+ %1 добавил банк</translation>
    </message>
    <message>
        <source>%1 not compared</source>
        <translation>%1 не сверяется</translation>
    </message>
    <message>
        <source>· not compared</source>
        <translation>· не сверяется</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>сравнить не с чем</translation>
    </message>
    <message>
        <source>the bank&apos;s session says: %1</source>
        <translation>в сессии банка: %1</translation>
    </message>
    <message>
        <source>+ not known to this program</source>
        <translation>+ неизвестно программе</translation>
    </message>
    <message>
        <source>%1 more characters, see “As received”</source>
        <translation>ещё символов: %1, см. «Как получено»</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SendDraftsWindow</name>
    <message>
        <source>Not finished: there is no amount. Open it first.</source>
        <translation>Не закончен: нет суммы. Сначала откройте его.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Send drafts for checking</source>
        <translation>Отправить черновики на проверку</translation>
    </message>
    <message>
        <source>Sent for checking</source>
        <translation>Отправлен на проверку</translation>
    </message>
    <message>
        <source>Still a draft. %1</source>
        <translation>Остаётся черновиком. %1</translation>
    </message>
    <message>
        <source>The bank checks each of them and answers what it is going to pay. Nothing is paid before you have reviewed and confirmed it.</source>
        <translation>Банк проверит каждую выплату и ответит, что собирается заплатить. Ничего не будет выплачено, пока вы не проверите ответ и не подтвердите выплату.</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Выбрать все</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Smallest amount first</source>
        <translation>Сначала меньшие суммы</translation>
    </message>
    <message>
        <source>Largest amount first</source>
        <translation>Сначала большие суммы</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>Как можно быстрее</translation>
    </message>
    <message numerus="yes">
        <source>%n a minute</source>
        <comment>payouts sent, at most</comment>
        <translation>
            <numerusform>%n в минуту</numerusform>
            <numerusform>%n в минуту</numerusform>
            <numerusform>%n в минуту</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Порядок</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Скорость отправки</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Прекратить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%n payouts</source>
        <comment>chosen to be sent</comment>
        <translation>
            <numerusform>%n выплата</numerusform>
            <numerusform>%n выплаты</numerusform>
            <numerusform>%n выплат</numerusform>
        </translation>
    </message>
    <message>
        <source>The balance is not known.</source>
        <translation>Остаток неизвестен.</translation>
    </message>
    <message>
        <source>Balance %1: %2 are missing for all of them.</source>
        <translation>Остаток %1: на все выплаты не хватает %2.</translation>
    </message>
    <message>
        <source>Balance %1; %2 would be left.</source>
        <translation>Остаток %1; останется %2.</translation>
    </message>
    <message numerus="yes">
        <source>These are the newest %n drafts.</source>
        <translation>
            <numerusform>Показан %n самый новый черновик.</numerusform>
            <numerusform>Показаны %n самых новых черновика.</numerusform>
            <numerusform>Показаны %n самых новых черновиков.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 sent.</source>
        <translation>Отправлено %1 из %2.</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 sent.</source>
        <translation>Пауза: отправлено %1 из %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n are still drafts, see the list.</source>
        <translation>
            <numerusform>%n остаётся черновиком, смотрите список.</numerusform>
            <numerusform>%n остаются черновиками, смотрите список.</numerusform>
            <numerusform>%n остаются черновиками, смотрите список.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message numerus="yes">
        <source>Send %n for checking</source>
        <comment>payouts</comment>
        <translation>
            <numerusform>Отправить %n на проверку</numerusform>
            <numerusform>Отправить %n на проверку</numerusform>
            <numerusform>Отправить %n на проверку</numerusform>
        </translation>
    </message>
    <message>
        <source>Send for checking</source>
        <translation>Отправить на проверку</translation>
    </message>
    <message>
        <source>Account …%1: the balance is not known.</source>
        <translation>Счёт …%1: остаток неизвестен.</translation>
    </message>
    <message>
        <source>Account …%1: balance %2, %3 are missing.</source>
        <translation>Счёт …%1: остаток %2, не хватает %3.</translation>
    </message>
    <message>
        <source>Account …%1: balance %2; %3 would be left.</source>
        <translation>Счёт …%1: остаток %2; останется %3.</translation>
    </message>
    <message>
        <source>New or changed recipient: open it and check the account first.</source>
        <translation>Новый или изменившийся получатель: откройте и проверьте счёт.</translation>
    </message>
    <message>
        <source>Looks like No. %1: open it and say that it is another payout.</source>
        <translation>Похоже на № %1: сначала откройте черновик и подтвердите, что это другая выплата.</translation>
    </message>
    <message>
        <source>Still a draft. It was changed after it was listed here.</source>
        <translation>Остаётся черновиком: его изменили после того, как он попал в этот список.</translation>
    </message>
    <message>
        <source>Changed meanwhile: look at it again.</source>
        <translation>Изменён за это время: посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>No longer a draft.</source>
        <translation>Уже не черновик.</translation>
    </message>
    <message>
        <source>Payouts that the bank has already been asked for are not deducted.</source>
        <translation>Выплаты, уже переданные банку, не вычтены.</translation>
    </message>
    <message>
        <source>None of these drafts can be sent with others; the list says why.</source>
        <translation>Ни один из этих черновиков нельзя отправить вместе с другими; почему, сказано в списке.</translation>
    </message>
    <message>
        <source>Drafts that can&apos;t be sent with others: %1. The list says why.</source>
        <translation>Нельзя отправить вместе с другими: %1. Почему, сказано в списке.</translation>
    </message>
    <message>
        <source>Enter or a double click opens a draft.</source>
        <translation>Enter или двойной щелчок открывает черновик.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SettingsDialog</name>
    <message>
        <source>Settings of the profile “%1”</source>
        <translation>Настройки профиля «%1»</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Разделы настроек</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>Закрыть &amp;без сохранения</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Ещё не сохранено.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Настройки не удалось сохранить.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Настройки сохранены.</translation>
    </message>
    <message>
        <source>They take effect when Countersign is started next; until then it works as before.</source>
        <translation>Они вступят в силу при следующем запуске Countersign; до тех пор всё работает как прежде.</translation>
    </message>
    <message>
        <source>The changes are not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Save them, or close without saving.</source>
        <translation>Сохраните их или закройте без сохранения.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SetupAssistant</name>
    <message>
        <source>Set up a profile</source>
        <translation>Создание профиля</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Fill in &amp;later</source>
        <translation>Заполнить по&amp;зже</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Далее</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>&amp;Сохранить профиль</translation>
    </message>
    <message>
        <source>The profile is not finished, and what you entered is not saved.</source>
        <translation>Профиль не закончен, и введённое не сохранено.</translation>
    </message>
    <message>
        <source>Saved unfinished, it can be gone on with later.</source>
        <translation>Незаконченный профиль можно сохранить и продолжить позже.</translation>
    </message>
    <message>
        <source>Sta&amp;y here</source>
        <translation>&amp;Остаться здесь</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>Закрыть &amp;без сохранения</translation>
    </message>
    <message>
        <source>Save &amp;unfinished and close</source>
        <translation>Сохранить &amp;незаконченным и закрыть</translation>
    </message>
    <message>
        <source>%1, this page</source>
        <translation>%1, эта страница</translation>
    </message>
    <message>
        <source>The profile could not be saved.</source>
        <translation>Профиль не удалось сохранить.</translation>
    </message>
    <message>
        <source>Star&amp;t practising</source>
        <translation>На&amp;чать тренировку</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>The profile is not finished. What you entered is kept.</source>
        <translation>Профиль не закончен. То, что вы ввели, сохранено.</translation>
    </message>
    <message>
        <source>It can be gone on with later, at the page where it was left.</source>
        <translation>Продолжить можно позже, с той страницы, на которой вы остановились.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SituationWords</name>
    <message>
        <source>The bank says: “%1” (%2).</source>
        <translation>Банк пишет: «%1» (%2).</translation>
    </message>
    <message>
        <source>Code: %1.</source>
        <translation>Код: %1.</translation>
    </message>
    <message>
        <source>The program ended while the request was on its way, at %1.</source>
        <translation>Программа закрылась в %1, когда запрос был в пути.</translation>
    </message>
    <message>
        <source>The connection ended at %1 without a clear answer, after the request had left.</source>
        <translation>Соединение оборвалось в %1 без ясного ответа, уже после того как запрос ушёл.</translation>
    </message>
    <message>
        <source>We are asking the bank; nothing is sent again until it answers. You don&apos;t need to do anything.</source>
        <translation>Мы спрашиваем банк; пока он не ответит, ничего не отправляется ещё раз. От вас ничего не требуется.</translation>
    </message>
    <message>
        <source>The bank can&apos;t be reached.</source>
        <translation>Связи с банком нет.</translation>
    </message>
    <message>
        <source>The request has not left this computer. The program tries again by itself. You don&apos;t need to do anything.</source>
        <translation>Запрос не ушёл с этого компьютера. Программа попробует снова сама. От вас ничего не требуется.</translation>
    </message>
    <message>
        <source>The money came back.</source>
        <translation>Деньги вернулись.</translation>
    </message>
    <message>
        <source>The bank had paid, and the recipient&apos;s bank returned the money. Check the requisites with the recipient before paying again.</source>
        <translation>Банк заплатил, но банк получателя вернул деньги. Прежде чем платить снова, сверьте реквизиты с получателем.</translation>
    </message>
    <message>
        <source>The bank would pay something else than you asked for.</source>
        <translation>Ответ банка не совпадает с вашей заявкой.</translation>
    </message>
    <message>
        <source>The review shows each difference. If you did not expect it, cancel the payout and call the recipient on a number you already know.</source>
        <translation>При проверке видно каждое расхождение. Если вы его не ожидали, отмените выплату и позвоните получателю по номеру, который знали раньше.</translation>
    </message>
    <message>
        <source>The confirmation was held back.</source>
        <translation>Подтверждение задержано.</translation>
    </message>
    <message>
        <source>This payout has waited for a decision since %1.</source>
        <translation>Выплата ждёт решения с %1.</translation>
    </message>
    <message>
        <source>The bank drops a payout that nobody confirms; it does not say after what time.</source>
        <translation>Банк снимает выплату, которую никто не подтвердил; через какое время — он не говорит.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether the bank took the payout for checking.</source>
        <translation>Пока неизвестно, принял ли банк выплату на проверку.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether the bank took your confirmation.</source>
        <translation>Пока неизвестно, принял ли банк ваше подтверждение.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether the bank took the cancellation.</source>
        <translation>Пока неизвестно, принял ли банк отмену.</translation>
    </message>
    <message>
        <source>The empty session is being closed.</source>
        <translation>Пустая сессия закрывается.</translation>
    </message>
    <message>
        <source>When the bank says that it is cancelled, the payout is sent for checking once more.</source>
        <translation>Когда банк сообщит, что она отменена, выплата ещё раз уйдёт на проверку.</translation>
    </message>
    <message>
        <source>The bank reports an error that is not final.</source>
        <translation>Банк сообщает об ошибке, которая не окончательна.</translation>
    </message>
    <message>
        <source>The payout may still be paid. The program keeps asking. Call the bank if this lasts; do not pay again before it is final.</source>
        <translation>Выплата ещё может быть исполнена. Программа продолжает спрашивать. Если это затянется, позвоните в банк; до окончательного исхода не платите снова.</translation>
    </message>
    <message>
        <source>The payout is on hold.</source>
        <translation>Выплата приостановлена.</translation>
    </message>
    <message>
        <source>The bank has been checking since %1.</source>
        <translation>Банк проверяет с %1.</translation>
    </message>
    <message>
        <source>That is longer than usual. The program keeps asking.</source>
        <translation>Это дольше обычного. Программа продолжает спрашивать.</translation>
    </message>
    <message>
        <source>The bank has been paying since %1.</source>
        <translation>Банк исполняет выплату с %1.</translation>
    </message>
    <message>
        <source>It may take up to two days when the bank checks for fraud. The program keeps asking.</source>
        <translation>Если банк проверяет операцию на мошенничество, это может занять до двух дней. Программа продолжает спрашивать.</translation>
    </message>
    <message>
        <source>The bank did not pay.</source>
        <translation>Банк не заплатил.</translation>
    </message>
    <message>
        <source>Cancelled as you ordered: nothing was paid.</source>
        <translation>Отменено по вашему решению: деньги не ушли.</translation>
    </message>
    <message>
        <source>The bank cancelled this payout: nothing was paid.</source>
        <translation>Банк отменил эту выплату: деньги не ушли.</translation>
    </message>
    <message>
        <source>The bank has paid.</source>
        <translation>Банк заплатил.</translation>
    </message>
    <message>
        <source>no payout in the session yet</source>
        <translation>в сессии ещё нет выплаты</translation>
    </message>
    <message>
        <source>working on it</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>still waiting for a decision</source>
        <translation>всё ещё ждёт решения</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>исполнено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не исполнено</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>money came back</source>
        <translation>деньги вернулись</translation>
    </message>
    <message>
        <source>an error that is not final</source>
        <translation>ошибка, не окончательная</translation>
    </message>
    <message>
        <source>two payouts in the session</source>
        <translation>в сессии две выплаты</translation>
    </message>
    <message>
        <source>the bank does not know the session</source>
        <translation>банк не знает эту сессию</translation>
    </message>
    <message>
        <source>Whether the bank received it</source>
        <translation>Получил ли банк</translation>
    </message>
    <message>
        <source>How the payout ends</source>
        <translation>Чем закончится</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Известно</translation>
    </message>
    <message>
        <source>Request left this computer once, %1</source>
        <translation>Запрос ушёл один раз, %1</translation>
    </message>
    <message numerus="yes">
        <source>The same request left this computer %n times, last %1</source>
        <translation>
            <numerusform>Один и тот же запрос ушёл с этого компьютера %n раз, последний %1</numerusform>
            <numerusform>Один и тот же запрос ушёл с этого компьютера %n раза, последний %1</numerusform>
            <numerusform>Один и тот же запрос ушёл с этого компьютера %n раз, последний %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Asking the bank</source>
        <translation>Спрашиваем банк</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Ответа ещё нет</translation>
    </message>
    <message>
        <source>Answers since then: %1</source>
        <translation>Ответов с тех пор: %1</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>If the bank still says “waiting” at %1, you can order the same confirmation to be sent again; it can&apos;t pay twice.</source>
        <translation>Если в %1 банк всё ещё скажет «ждёт», вы сможете отправить то же подтверждение ещё раз; дважды по нему не заплатят.</translation>
    </message>
    <message>
        <source>If the bank still says the same at %1, you can order the same cancellation to be sent again.</source>
        <translation>Если в %1 банк скажет то же самое, вы сможете отправить ту же отмену ещё раз.</translation>
    </message>
    <message>
        <source>If the bank still has no payout at %1, you can close the session and try again.</source>
        <translation>Если в %1 у банка всё ещё не будет выплаты, вы сможете закрыть сессию и повторить.</translation>
    </message>
    <message>
        <source>If the bank still says the same at %1, you can pay again as a new payout.</source>
        <translation>Если в %1 банк скажет то же самое, вы сможете заплатить новой выплатой.</translation>
    </message>
    <message>
        <source>Cancelling is not offered while a confirmation may be on its way.</source>
        <translation>Пока подтверждение может быть в пути, отмена не предлагается.</translation>
    </message>
    <message>
        <source>The bank goes on saying that it waits for your decision. You can order the same confirmation to be sent again; it can&apos;t pay twice.</source>
        <translation>Банк продолжает отвечать, что ждёт вашего решения. Можно распорядиться отправить то же подтверждение ещё раз; дважды заплатить оно не может.</translation>
    </message>
    <message>
        <source>The bank goes on saying the same. You can order the same cancellation to be sent again; nothing is paid by it.</source>
        <translation>Банк продолжает отвечать то же. Можно распорядиться отправить ту же отмену ещё раз; ничего по ней не выплачивается.</translation>
    </message>
    <message>
        <source>The bank goes on saying that it has no payout. You can close the session and try again.</source>
        <translation>Банк продолжает отвечать, что выплаты у него нет. Можно закрыть сессию и попробовать ещё раз.</translation>
    </message>
    <message>
        <source>The same request has left three times, and no more is sent. Call the bank, and put the payout on hold.</source>
        <translation>Тот же запрос отправлен три раза, больше он не отправляется. Позвоните в банк и приостановите выплату.</translation>
    </message>
    <message>
        <source>The bank names another recipient than you asked for.</source>
        <translation>Банк называет не того получателя, о котором вы просили.</translation>
    </message>
    <message>
        <source>If you did not expect it, cancel the payout and call the recipient on a number you already know. The review shows each difference.</source>
        <translation>Если вы этого не ожидали, отмените выплату и позвоните получателю по номеру, который уже знаете. Проверка показывает каждое различие.</translation>
    </message>
    <message>
        <source>The bank has paid another recipient than you asked for.</source>
        <translation>Банк заплатил не тому получателю, о котором вы просили.</translation>
    </message>
    <message>
        <source>If nobody here wanted that, call the bank at once, with its number below, and ask it to get the money back.</source>
        <translation>Если этого здесь никто не хотел, сразу позвоните в банк, назовите его номер внизу и попросите вернуть деньги.</translation>
    </message>
    <message>
        <source>BIK %1</source>
        <translation>БИК %1</translation>
    </message>
    <message>
        <source>INN %1</source>
        <translation>ИНН %1</translation>
    </message>
    <message>
        <source>You asked for</source>
        <translation>Вы просили</translation>
    </message>
    <message>
        <source>The bank paid</source>
        <translation>Банк заплатил</translation>
    </message>
    <message>
        <source>The bank named</source>
        <translation>Банк назвал</translation>
    </message>
    <message>
        <source>Asked next</source>
        <translation>Следующий запрос</translation>
    </message>
    <message>
        <source>about now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>When the bank says the same once more, you can pay again as a new payout. It is asked by itself; “Ask now” asks at once.</source>
        <translation>Когда банк ещё раз ответит то же, можно будет заплатить снова новой выплатой. Запрос идёт сам; «Спросить сейчас» спрашивает сразу.</translation>
    </message>
    <message>
        <source>The payout is not sent yet.</source>
        <translation>Выплата ещё не отправлена.</translation>
    </message>
    <message>
        <source>We are asking the bank. The decision to confirm is no longer in force, so the confirmation is not sent again. If the bank goes on waiting, it drops the payout after a time; then you can pay again. If that takes too long, call the bank.</source>
        <translation>Мы спрашиваем банк. Решение о подтверждении больше не действует, поэтому подтверждение повторно не отправляется. Если банк так и ждёт, через некоторое время он снимет выплату; тогда её можно заплатить заново. Если это затянется, позвоните в банк.</translation>
    </message>
    <message>
        <source>The cancellation can&apos;t be sent again as it was: the bank&apos;s answer is another one now. Ask the bank to cancel session %1.</source>
        <translation>Повторить отмену в том же виде нельзя: ответ банка теперь другой. Попросите банк отменить сессию %1.</translation>
    </message>
    <message>
        <source>Its answer comes by itself. Nothing is paid before you confirm.</source>
        <translation>Ответ придёт сам. Пока вы не подтвердите, ничего не будет выплачено.</translation>
    </message>
    <message>
        <source>The payout is being sent for checking.</source>
        <translation>Выплата отправляется на проверку.</translation>
    </message>
    <message>
        <source>The bank is checking the payout.</source>
        <translation>Банк проверяет выплату.</translation>
    </message>
    <message>
        <source>The bank has answered and waits for your decision.</source>
        <translation>Банк ответил и ждёт вашего решения.</translation>
    </message>
    <message>
        <source>The review shows what it is going to pay.</source>
        <translation>Что он собирается заплатить, видно в проверке.</translation>
    </message>
    <message>
        <source>Your confirmation is on its way to the bank.</source>
        <translation>Ваше подтверждение отправляется в банк.</translation>
    </message>
    <message>
        <source>You don&apos;t need to do anything.</source>
        <translation>От вас ничего не требуется.</translation>
    </message>
    <message>
        <source>The bank is carrying out the payout.</source>
        <translation>Банк исполняет выплату.</translation>
    </message>
    <message>
        <source>How it ends is told here by itself. You don&apos;t need to do anything.</source>
        <translation>Чем это закончится, будет сказано здесь. От вас ничего не требуется.</translation>
    </message>
    <message>
        <source>Your cancellation is on its way to the bank.</source>
        <translation>Ваша отмена отправляется в банк.</translation>
    </message>
    <message>
        <source>Something in the review needs a tick of its own.</source>
        <translation>При проверке кое-что нужно отметить отдельно.</translation>
    </message>
    <message>
        <source>A small difference in the bank&apos;s answer or a warning: the review shows each.</source>
        <translation>Небольшое расхождение в ответе банка или предупреждение: проверка покажет каждое.</translation>
    </message>
    <message>
        <source>The bank answered at %1 that it took the request.</source>
        <translation>%1 банк ответил, что принял запрос.</translation>
    </message>
    <message>
        <source>What the bank has taken is not sent again. If the bank goes on waiting, it drops the payout after a time; then you can pay again. If that takes too long, call the bank.</source>
        <translation>То, что банк принял, повторно не отправляется. Если банк так и ждёт, через некоторое время он снимет выплату; тогда её можно заплатить заново. Если это затянется, позвоните в банк.</translation>
    </message>
    <message>
        <source>The bank has taken your confirmation, but goes on as before.</source>
        <translation>Банк принял ваше подтверждение, но ничего не изменилось.</translation>
    </message>
    <message>
        <source>The bank has taken the cancellation, but goes on as before.</source>
        <translation>Банк принял отмену, но ничего не изменилось.</translation>
    </message>
    <message>
        <source>The bank has been cancelling since %1.</source>
        <translation>Банк отменяет выплату с %1.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::StartNotice</name>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>Countersign is starting</source>
        <translation>Countersign запускается</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Идёт работа</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Startup</name>
    <message>
        <source>&amp;Unlock the signing key…</source>
        <translation>&amp;Разблокировать ключ подписи…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>один человек</translation>
    </message>
    <message>
        <source>The practice bank of this folder is already running. Use the Countersign that is open, or close it first.</source>
        <translation>Тренировочный банк этой папки уже работает. Пользуйтесь открытым окном Countersign или сначала закройте его.</translation>
    </message>
    <message>
        <source>Countersign cannot start</source>
        <translation>Countersign не может запуститься</translation>
    </message>
    <message>
        <source>&amp;Recipients…</source>
        <translation>&amp;Получатели…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>The windows are built anew for another language, and what you are typing would be lost. Finish or close what is open, then choose the language again.</source>
        <translation>Для другого языка окна создаются заново, и то, что вы вводите, пропало бы. Закончите или закройте открытое, затем выберите язык ещё раз.</translation>
    </message>
    <message>
        <source>The practice bank starts on this computer; the first time a signing key is made for it as well. Your payouts appear in a few seconds.</source>
        <translation>На этом компьютере запускается тренировочный банк; в первый раз для него создаётся и ключ подписи. Ваши выплаты появятся через несколько секунд.</translation>
    </message>
    <message>
        <source>Set up a profile</source>
        <translation>Создание профиля</translation>
    </message>
    <message>
        <source>The profile is saved. It can be chosen when Countersign is started next.</source>
        <translation>Профиль сохранён. Его можно будет выбрать при следующем запуске Countersign.</translation>
    </message>
    <message>
        <source>Set up another &amp;profile…</source>
        <translation>Создать ещё один про&amp;филь…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Резервная &amp;копия…</translation>
    </message>
    <message>
        <source>Restore from a bac&amp;kup…</source>
        <translation>Восстановить &amp;из копии…</translation>
    </message>
    <message>
        <source>Finish or close the other windows first: the profile is closed for restoring.</source>
        <translation>Сначала завершите работу в других окнах или закройте их: для восстановления профиль закрывается.</translation>
    </message>
    <message>
        <source>&amp;Hand over to another computer…</source>
        <translation>Передать на &amp;другой компьютер…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить из копии…</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Сообщить о проблеме…</translation>
    </message>
    <message>
        <source>The profile “%1” is not for practice, and it stays as it is. To practise, keep the data in another folder: start Countersign with --data and the folder&apos;s name.</source>
        <translation>Профиль «%1» не тренировочный, он остаётся как есть. Для тренировки держите данные в другой папке: запустите Countersign с параметром --data и именем папки.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::StatusLine</name>
    <message>
        <source>%1 — policy: %2</source>
        <translation>%1 — подтверждает: %2</translation>
    </message>
    <message>
        <source>○ Bank not asked yet</source>
        <translation>○ Банк ещё не опрошен</translation>
    </message>
    <message>
        <source>● Bank reachable</source>
        <translation>● Банк доступен</translation>
    </message>
    <message>
        <source>✕ Bank not reachable</source>
        <translation>✕ Банк недоступен</translation>
    </message>
    <message>
        <source>✕ Bank not reachable, last heard at %1</source>
        <translation>✕ Банк недоступен, последний ответ в %1</translation>
    </message>
    <message>
        <source>Webhooks: can&apos;t listen</source>
        <translation>Уведомления банка: не удаётся принимать</translation>
    </message>
    <message>
        <source>Webhooks: off, the bank is asked instead</source>
        <translation>Уведомления банка: выключены, банк опрашивается</translation>
    </message>
    <message>
        <source>Webhooks: listening on %1</source>
        <translation>Уведомления банка: приём на %1</translation>
    </message>
    <message>
        <source>Webhooks: listening on %1 · last at %2</source>
        <translation>Уведомления банка: приём на %1 · последнее в %2</translation>
    </message>
    <message>
        <source>Key locked</source>
        <translation>Ключ заблокирован</translation>
    </message>
    <message>
        <source>Key %1 · RSA-%2</source>
        <translation>Ключ %1 · RSA-%2</translation>
    </message>
    <message>
        <source>! Messages with a wrong signature were refused: %1. Check the bank&apos;s public key.</source>
        <translation>! Отклонены сообщения с неверной подписью: %1. Проверьте открытый ключ банка.</translation>
    </message>
    <message>
        <source>✕ The practice bank does not answer: restart the program</source>
        <translation>✕ Тренировочный банк не отвечает: перезапустите программу</translation>
    </message>
</context>
<context>
    <name>countersign::ui::SummaryPage</name>
    <message>
        <source>no limit</source>
        <translation>без лимита</translation>
    </message>
    <message>
        <source>the bank is asked for news</source>
        <translation>банк опрашивается</translation>
    </message>
    <message>
        <source>a receiver at %1, port %2</source>
        <translation>приёмник на %1, порт %2</translation>
    </message>
    <message>
        <source>the folder %1</source>
        <translation>папка %1</translation>
    </message>
    <message>
        <source>Check and test</source>
        <translation>Итог и проверка связи</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Банк</translation>
    </message>
    <message>
        <source>Project id</source>
        <translation>Идентификатор проекта</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Файл ключа</translation>
    </message>
    <message>
        <source>One payout, one day</source>
        <translation>Лимиты: выплата, день</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>с %1 до %2</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>в любое время</translation>
    </message>
    <message>
        <source>News from the bank</source>
        <translation>Связь с банком</translation>
    </message>
    <message>
        <source>✓ Everything is filled in.</source>
        <translation>✓ Всё заполнено.</translation>
    </message>
    <message>
        <source>! Still open: %1. Choose one of these to go there.</source>
        <translation>! Осталось заполнить: %1. Выберите пункт, чтобы перейти к нему.</translation>
    </message>
    <message>
        <source>Your key&apos;s fingerprint</source>
        <translation>Отпечаток вашего ключа</translation>
    </message>
    <message>
        <source>Bank&apos;s public key</source>
        <translation>Открытый ключ банка</translation>
    </message>
    <message>
        <source>none: webhooks can&apos;t be believed</source>
        <translation>нет: уведомлениям верить нельзя</translation>
    </message>
    <message>
        <source>Bank&apos;s key, fingerprint</source>
        <translation>Отпечаток ключа банка</translation>
    </message>
    <message>
        <source>compared with the bank by phone</source>
        <translation>сверен с банком по телефону</translation>
    </message>
    <message>
        <source>not compared with the bank yet</source>
        <translation>ещё не сверен с банком</translation>
    </message>
    <message>
        <source>Automatic confirmation</source>
        <translation>Автоматическое подтверждение</translation>
    </message>
    <message>
        <source>✓ Everything is filled in. Still open with the bank: %1. Choose one of these to go there.</source>
        <translation>✓ Всё заполнено. Осталось спросить у банка: %1. Выберите пункт, чтобы перейти к нему.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TemplateFields</name>
    <message>
        <source>The day on which the draft is made</source>
        <translation>День, когда создаётся черновик</translation>
    </message>
    <message>
        <source>Its month</source>
        <translation>Месяц этого дня</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Its year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>The amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>The VAT that the amount holds</source>
        <translation>НДС, который входит в сумму</translation>
    </message>
    <message>
        <source>INN %1</source>
        <translation>ИНН %1</translation>
    </message>
    <message>
        <source>KPP %1</source>
        <translation>КПП %1</translation>
    </message>
    <message>
        <source>%1 at BIK %2</source>
        <translation>%1, БИК %2</translation>
    </message>
    <message>
        <source>another one each time</source>
        <translation>каждый раз другая</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>С&amp;умма</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Назначение</translation>
    </message>
    <message>
        <source>Put in what changes</source>
        <translation>Вставить подстановку</translation>
    </message>
    <message>
        <source>A word in brackets that is filled in when a draft is made</source>
        <translation>Слово в скобках, которое заполняется при создании черновика</translation>
    </message>
    <message>
        <source>%1 – once the amount is known</source>
        <translation>%1 – когда известна сумма</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A draft of today says</source>
        <translation>В черновике сегодня будет</translation>
    </message>
    <message>
        <source>The purpose needs the amount</source>
        <translation>Для назначения нужна сумма</translation>
    </message>
    <message>
        <source>%1 is not filled in and would stand there</source>
        <translation>%1 не заполняется и так и останется</translation>
    </message>
    <message>
        <source>That is %1 characters; a purpose has %2 at most</source>
        <translation>Это %1 симв.; в назначении не больше %2</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TemplatesWindow</name>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Template, recipient, account or purpose</source>
        <translation>Шаблон, получатель, счёт или назначение</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Поиск шаблонов</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>That was not taken.</source>
        <translation>Это не принято.</translation>
    </message>
    <message>
        <source>Make a draft</source>
        <translation>Создать черновик</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Delete the template</source>
        <translation>Удалить шаблон</translation>
    </message>
    <message>
        <source>Payouts that were made from it stay.</source>
        <translation>Созданные из него выплаты останутся.</translation>
    </message>
    <message>
        <source>The templates can&apos;t be read.</source>
        <translation>Шаблоны не читаются.</translation>
    </message>
    <message>
        <source>No template holds these words.</source>
        <translation>Этих слов нет ни в одном шаблоне.</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новый шаблон</translation>
    </message>
    <message>
        <source>No template is chosen</source>
        <translation>Шаблон не выбран</translation>
    </message>
    <message>
        <source>Save the template, and drafts can be made from it.</source>
        <translation>Сохраните шаблон, и из него можно будет создавать черновики.</translation>
    </message>
    <message>
        <source>Save what you have changed, or choose the template again.</source>
        <translation>Сохраните изменённое или выберите шаблон ещё раз.</translation>
    </message>
    <message>
        <source>Type the amount of this payout: its purpose needs it.</source>
        <translation>Введите сумму этой выплаты: она нужна для назначения.</translation>
    </message>
    <message>
        <source>The template was not saved.</source>
        <translation>Шаблон не сохранён.</translation>
    </message>
    <message>
        <source>The template was not deleted.</source>
        <translation>Шаблон не удалён.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to %1 characters.</source>
        <translation>Дайте ему имя от 1 до %1 символов.</translation>
    </message>
    <message>
        <source>There is a template of that name. Choose another name.</source>
        <translation>Шаблон с таким именем уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменилось.</translation>
    </message>
    <message>
        <source>Somebody has changed or deleted it meanwhile. Choose it again.</source>
        <translation>Кто-то уже изменил или удалил его. Выберите его ещё раз.</translation>
    </message>
    <message>
        <source>There are no templates yet. Choose a payout in the list and then Payout → Save as template, or press that in a payout&apos;s form.</source>
        <translation>Шаблонов пока нет. Выберите выплату в списке и затем Выплата → Сохранить как шаблон — или нажмите эту кнопку в форме выплаты.</translation>
    </message>
    <message>
        <source>What you have changed is not saved.</source>
        <translation>Изменённое не сохранено.</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Продолжить без сохранения</translation>
    </message>
</context>
<context>
    <name>countersign::ui::TopBar</name>
    <message>
        <source>New payout</source>
        <translation>Новая выплата</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Recipient, account, purpose, amount…</source>
        <translation>Получатель, счёт, назначение, сумма…</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>Поиск в этой папке</translation>
    </message>
    <message>
        <source>Settlement account</source>
        <translation>Расчётный счёт</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>Проверка: %1</translation>
    </message>
    <message>
        <source>Review, payouts waiting: %1</source>
        <translation>Проверка, ждут выплат: %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>after the balance: when the bank told it</extracomment>
        <translation>на %1</translation>
    </message>
    <message>
        <source>balance not known</source>
        <translation>остаток неизвестен</translation>
    </message>
    <message>
        <source>at %1, not known since</source>
        <translation>на %1, с тех пор неизвестен</translation>
    </message>
</context>
<context>
    <name>countersign::ui::UnlockPrompt</name>
    <message>
        <source>Unlock the signing key</source>
        <translation>Разблокировать ключ подписи</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Файл ключа</translation>
    </message>
    <message>
        <source>Key &amp;password</source>
        <translation>&amp;Пароль ключа</translation>
    </message>
    <message>
        <source>&amp;Look only</source>
        <translation>Только п&amp;осмотреть</translation>
    </message>
    <message>
        <source>The window opens with the key locked: nothing can be sent.</source>
        <translation>Окно откроется с заблокированным ключом: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>“Look only” opens the window: nothing can be sent.</source>
        <translation>«Только посмотреть» открывает окно: отправить ничего нельзя.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>Enter the key&apos;s password first.</source>
        <translation>Сначала введите пароль ключа.</translation>
    </message>
    <message>
        <source>The key is still locked.</source>
        <translation>Ключ всё ещё заблокирован.</translation>
    </message>
    <message>
        <source>Opening the key… This takes a moment.</source>
        <translation>Открывается ключ… Это недолго.</translation>
    </message>
    <message>
        <source>The key&apos;s password is asked for once; the key is locked again when the program ends.</source>
        <translation>Пароль ключа спрашивается один раз; при выходе из программы ключ снова блокируется.</translation>
    </message>
</context>
<context>
    <name>countersign::ui::WebhookPage</name>
    <message>
        <source>Webhooks</source>
        <translation>Уведомления банка</translation>
    </message>
    <message>
        <source>&amp;Receive webhooks on this computer</source>
        <translation>&amp;Принимать уведомления банка на этом компьютере</translation>
    </message>
    <message>
        <source>Choose the receiver&apos;s certificate</source>
        <translation>Выберите сертификат приёмника</translation>
    </message>
    <message>
        <source>Choose the receiver&apos;s private key</source>
        <translation>Выберите закрытый ключ приёмника</translation>
    </message>
    <message>
        <source>&amp;Watch a folder for webhooks</source>
        <translation>Следить &amp;за папкой с уведомлениями</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>Выберите папку, за которой следить</translation>
    </message>
    <message>
        <source>The bank is always asked for news.</source>
        <translation>Банк опрашивается в любом случае.</translation>
    </message>
    <message>
        <source>You need nothing on this page: Countersign asks the bank by itself while a payout is on its way. Webhooks only make the news come sooner, and are believed only with the bank&apos;s signature.</source>
        <translation>На этой странице можно ничего не менять: пока выплата в пути, Countersign сам спрашивает банк. Уведомления (в документах банка — вебхуки) лишь ускоряют новости, и верим мы им только с подписью банка.</translation>
    </message>
    <message>
        <source>Listen on &amp;address</source>
        <translation>Принимать на адр&amp;есе</translation>
    </message>
    <message>
        <source>127.0.0.1 behind a proxy of your company&apos;s; otherwise this computer&apos;s own address.</source>
        <translation>127.0.0.1 за прокси вашей компании; иначе собственный адрес этого компьютера.</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>П&amp;орт</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>П&amp;уть</translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation>&amp;Файл сертификата</translation>
    </message>
    <message>
        <source>With its key: webhooks come through TLS. Both empty: plain HTTP, only behind a proxy.</source>
        <translation>Вместе с ключом: уведомления приходят по TLS. Если оба поля пусты — простой HTTP, только за прокси.</translation>
    </message>
    <message>
        <source>&amp;Key of the certificate</source>
        <translation>&amp;Ключ сертификата</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>Your company&apos;s web server writes NAME.json with the body and NAME.sig with the signature. “drop” is the folder inside the profile&apos;s own.</source>
        <translation>Веб-сервер вашей компании пишет NAME.json с телом и NAME.sig с подписью. «drop» — папка внутри папки профиля.</translation>
    </message>
    <message>
        <source>Choose the folder to watch, or don&apos;t watch one.</source>
        <translation>Выберите папку или отключите слежение за папкой.</translation>
    </message>
    <message>
        <source>Addresses or networks such as 192.0.2.0/24, one a line: your proxy&apos;s, or those that the bank names. Empty: everybody; the bank&apos;s signature decides in any case.</source>
        <translation>Адреса или сети, например 192.0.2.0/24, по одному в строке: вашего прокси или те, что назовёт банк. Пусто — кто угодно; решает в любом случае подпись банка.</translation>
    </message>
    <message>
        <source>Who ma&amp;y connect</source>
        <translation>Кто мо&amp;жет подключаться</translation>
    </message>
</context>
<context>
    <name>countersign::ui::Windows</name>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Ничто не ждёт проверки.</translation>
    </message>
    <message>
        <source>%1 is in the address book now.</source>
        <translation>%1 теперь есть в справочнике получателей.</translation>
    </message>
    <message>
        <source>This account is in the address book already.</source>
        <translation>Этот счёт уже есть в справочнике получателей.</translation>
    </message>
    <message>
        <source>Nothing was changed in the new draft, so it was not kept.</source>
        <translation>В новом черновике ничего не изменили, поэтому он не сохранён.</translation>
    </message>
</context>
</TS>
