package ballast.paper;

import ballast.strategy.AccountStatus;
import ballast.strategy.Ratio;
import ballast.strategy.Usdt;

/**
 * The account as the exchange shows it at one time.
 *
 * @param timeMillis the exchange's time
 * @param price mark price
 * @param quantity units of the base coin held; negative for a short
 * @param equity USD after haircuts
 * @param actualEquity USD before haircuts
 * @param maintenanceMargin USD
 * @param uniMmr equity / maintenance margin, rounded down; negative when equity is
 * @param status the exchange's judgement
 * @param ldusdtInFutures LDUSDT in the futures wallet
 * @param ldusdtInEarn LDUSDT in Simple Earn
 * @param usdt the USDT wallet, without unrealised profit
 * @param unrealisedProfit USDT
 */
public record PaperState(
    long timeMillis,
    Ratio price,
    Ratio quantity,
    Usdt equity,
    Usdt actualEquity,
    Usdt maintenanceMargin,
    Ratio uniMmr,
    AccountStatus status,
    Usdt ldusdtInFutures,
    Usdt ldusdtInEarn,
    Usdt usdt,
    Usdt unrealisedProfit) {}
